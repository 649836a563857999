"""`tellings entities`, and what a run does with entities.toml."""

import io
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from rich.console import Console

from pipeline.commands.entities import print_entities
from pipeline.commands.summed_up import print_summary
from pipeline.flow import State, through
from pipeline.inputs import read_inputs
from pipeline.run import run
from pipeline.settings import load_settings
from pipeline.store import Store
from pipeline.workers import Runner

ARTICLES = {
    "one.txt": "Chancellor Angela Merkel met Vladimir Putin in Oslo on Monday. Merkel left early.\n",
    "two.txt": "On Tuesday Chancellor Merkel said that Norway would pay for the bridge near Oslo.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "raw" / name).write_text(text, encoding="utf-8")
    return tmp_path


def _runner(folder: Path, store: Store, judgements: str = "") -> Runner:
    (folder / "pipeline.toml").write_text("workers = 1", encoding="utf-8")
    (folder / "entities.toml").write_text(judgements, encoding="utf-8")
    return Runner(load_settings(folder / "pipeline.toml"), store, here=True)


def _tagged(folder: Path, store: Store, judgements: str = "") -> State:
    runner = _runner(folder, store, judgements)
    return through(read_inputs(folder / "raw", runner.settings.max_input_bytes), runner, "tag")[0]


def _printed(state: State, *, as_json: bool) -> str:
    console = Console(file=io.StringIO(), soft_wrap=True, highlight=False)
    print_entities(console, state, as_json=as_json)
    return console.file.getvalue()  # type: ignore[attr-defined] - the file is the one given above


def test_entities_are_listed_most_named_first(folder: Path, store: Store) -> None:
    lines = _printed(_tagged(folder, store), as_json=False).splitlines()
    assert [line.split()[0] for line in lines[:2]] == ["angela-merkel", "oslo"]
    assert "PERSON  Angela Merkel: 2 articles, 3 mentions; also Merkel" in lines[0]
    assert "Taken for one, and doubtful:" in lines
    assert any(line.startswith("  merkel, angela-merkel: ") for line in lines)


def test_columns_stand_under_each_other(folder: Path, store: Store) -> None:
    says = "[[rename]]\nentity = 'oslo'\ntype = 'WORK_OF_ART'"
    lines = _printed(_tagged(folder, store, says), as_json=False).splitlines()
    rows = lines[: lines.index("Taken for one, and doubtful:")]
    assert any(" WORK_OF_ART " in row for row in rows)
    assert len({len(row) - len(row.split(maxsplit=2)[2]) for row in rows}) == 1


def test_the_same_as_json(folder: Path, store: Store) -> None:
    state = _tagged(folder, store, "[[rename]]\nentity = 'angela-merkle'\nname = 'Frau Merkel'")
    found: dict[str, Any] = json.loads(_printed(state, as_json=True))
    assert [row["entity_id"] for row in found["entities"]][:2] == ["angela-merkel", "oslo"]
    assert [(row["a"], row["b"]) for row in found["doubtful_merges"]] == [("merkel", "angela-merkel")]
    assert found["near_misses"] == []
    assert found["unused_judgements"] == ["rename 1: no article names 'angela-merkle'. Did you mean 'angela-merkel'?"]


def test_a_run_follows_judgements_and_tells_of_them(folder: Path, store: Store) -> None:
    output = folder / "output"
    run(folder / "raw", output, _runner(folder, store))
    assert json.loads((output / "run.json").read_bytes())["unused_judgements"] == []
    says = "[[rename]]\nentity = 'oslo'\nname = 'Christiania'\n[[rename]]\nentity = 'osla'\nname = 'x'"
    outcome = run(folder / "raw", output, _runner(folder, store, says))
    names = dict(pd.read_csv(output / "entities.csv").set_index("entity_id").name)
    assert names["oslo"] == "Christiania"
    record = json.loads((output / "run.json").read_bytes())
    assert record["settings"]["judgements"]["rename"][0]["name"] == "Christiania"
    assert record["unused_judgements"] == ["rename 2: no article names 'osla'. Did you mean 'oslo'?"]
    console = Console(file=io.StringIO(), soft_wrap=True, highlight=False)
    print_summary(console, outcome, output, "report")
    told = console.file.getvalue()  # type: ignore[attr-defined] - the file is the one given above
    assert "entities.toml: 2 judgements, 1 followed." in told
    assert "Did you mean 'oslo'? Correct it, or remove it" in told
