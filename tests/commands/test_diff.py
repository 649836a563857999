"""`tellings diff` over outputs that the writers made."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.commands.diff import LISTS, print_differences
from pipeline.errors import Exit, Stop
from pipeline.records import Rejected, Result, Status
from pipeline.report import as_csv
from pipeline.report.differences import Cell, Difference


@pytest.fixture
def publish(tmp_path: Path) -> Callable[[str, Result], str]:
    """Writes a result's tables into a folder of that name, whose path it gives."""

    def write(name: str, result: Result) -> str:
        (tmp_path / name).mkdir()
        for file, content in as_csv.WRITER.write(result, None):
            (tmp_path / name / file).write_bytes(content)
        return str(tmp_path / name)

    return write


@pytest.fixture
def outputs(publish: Callable[[str, Result], str], result: Result) -> tuple[str, str]:
    """A dispute settled, and one input more that could not be read."""
    settled = replace(result.comparison.groups[1], status=Status.SHARED, supporting=("a-fire", "b-fire"))
    groups = (result.comparison.groups[0], settled)
    reject = Rejected("new.bin", "", 0, "extract", "binary", "It is not [red]text[/red].", "Save it as text.")
    comparison = replace(result.comparison, groups=groups)
    later = replace(result, comparison=comparison, rejects=(*result.rejects, reject))
    return publish("old", result), publish("new", later)


def tellings(*words: str) -> str:
    done = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


def test_it_tells_in_words(outputs: tuple[str, str]) -> None:
    lines = tellings("diff", *outputs).splitlines()
    assert lines[0] == "1 group: 1 changed; 1 reject: 1 added."
    assert "      status: disputed → shared" in lines
    assert "      supporting: with b-fire" in lines
    assert "  + new.bin  It is not [red]text[/red]." in lines


def test_backwards(outputs: tuple[str, str]) -> None:
    lines = tellings("diff", *reversed(outputs)).splitlines()
    assert lines[0] == "1 group: 1 changed; 1 reject: 1 removed."
    assert "      status: shared → disputed" in lines
    assert "      supporting: without b-fire" in lines


def test_the_same(outputs: tuple[str, str]) -> None:
    assert tellings("diff", outputs[0], outputs[0]) == "Nothing differs.\n"
    assert json.loads(tellings("diff", outputs[0], outputs[0], "--json")) == {"not_compared": [], "differences": []}


def test_json(outputs: tuple[str, str]) -> None:
    told = json.loads(tellings("diff", *outputs, "--json"))
    group, reject = told["differences"]
    assert (group["what"], group["id"], group["change"]) == ("claim_groups", "g9", "changed")
    assert group["cells"][0] == {"column": "status", "before": "disputed", "after": "shared"}
    assert (reject["id"], reject["change"], reject["cells"]) == ("new.bin", "added", [])


def test_a_table_that_one_has_not(outputs: tuple[str, str]) -> None:
    (Path(outputs[0]) / "rejects.csv").unlink()
    assert "rejects.csv was not compared" in tellings("diff", *outputs)
    assert json.loads(tellings("diff", *outputs, "--json"))["not_compared"] == ["rejects"]


def test_what_is_no_output(outputs: tuple[str, str], tmp_path: Path) -> None:
    for words in ([str(tmp_path), outputs[1]], [outputs[0], str(tmp_path / "nowhere")]):
        with pytest.raises(Stop, match="is not an output of Tellings") as caught:
            CliRunner().invoke(app, ["diff", *words], catch_exceptions=False)
        assert caught.value.exit_code is Exit.USAGE


def test_what_a_row_repeats_is_told_once() -> None:
    cells = (Cell("claim_text", "It rained.", "It snowed."), Cell("quote", "It rained.", "It snowed."))
    console = Console(file=io.StringIO(), width=200)
    print_differences(console, [Difference("claims", "c2", "changed", "It snowed.", cells)], [])
    told = console.file.getvalue()  # type: ignore[attr-defined] - it is the StringIO above
    assert "claim_text: It rained. → It snowed." in told
    assert "quote" not in told


def test_lists_are_known_from_the_tables() -> None:
    assert {"supporting", "conflicting", "values", "difference_types"} <= LISTS
    assert "explanation" not in LISTS
