"""`tellings run` with its switches, where a run is finished and its work is in the cache."""

import json
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.errors import Exit, Stop
from pipeline.reasons import reasons
from pipeline.records import Rejected
from pipeline.reference import RUN_KEYS
from pipeline.summary import Dispute, Side

Run = Callable[..., Result]


@pytest.fixture
def place(golden_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the finished run, to be spoilt."""
    monkeypatch.chdir(shutil.copytree(golden_run, tmp_path / "place"))
    return tmp_path / "place"


@pytest.fixture
def run(place: Path) -> Run:
    return lambda *words: CliRunner().invoke(app, ["run", *words], catch_exceptions=False)


def test_the_summary(run: Run) -> None:
    first, second, *lines = run().stdout.splitlines()
    assert first == "Nothing has changed since the last run: output is up to date."
    assert second == "4 inputs: 3 articles, 1 rejected."
    assert lines[2:5] == ["Disputed", "  51 homes were flooded in the old town.", "    “51” Radio North"]
    assert lines[-1].startswith("Open output/report.html, or load output/claim_pairs.csv; output/README.md explains")
    assert not any("\x1b" in line for line in lines)


def test_quiet_says_nothing(run: Run, place: Path) -> None:
    (place / "output" / "claims.csv").unlink()
    done = run("--quiet")
    assert (done.exit_code, done.output) == (Exit.DONE, "")
    assert (place / "output" / "claims.csv").exists()


def test_json_has_the_keys_of_the_reference(run: Run) -> None:
    told = json.loads(run("--json").stdout)
    assert list(told) == list(RUN_KEYS)
    assert told["changed"] is False
    assert (told["counts"]["inputs"], told["counts"]["articles"], told["counts"]["disputed"]) == (4, 3, 1)
    [dispute] = told["disputed"]
    assert list(dispute) == list(reasons(Dispute))
    assert list(dispute["sides"][0]) == list(reasons(Side))
    assert {side["words"]: side["said_by"] for side in dispute["sides"]}["44"] == "Marlow Gazette"
    [reject] = told["rejects"]
    assert list(reject) == list(reasons(Rejected))
    assert (told["warnings"], told["unmatched"]) == ([], [])


def test_json_is_the_same_whether_or_not_there_was_work(run: Run, place: Path) -> None:
    before = json.loads(run("--json").stdout)
    (place / "output" / "claims.csv").unlink()
    after = json.loads(run("--json", "--quiet").stdout)
    assert after == before | {"changed": True}


def test_json_until_a_stage(run: Run) -> None:
    told = json.loads(run("--json", "--quiet", "--until", "extract").stdout)
    assert (told["counts"]["articles"], told["counts"]["claims"], told["disputed"]) == (3, 0, [])


def test_run_json_holds_the_summary(run: Run, place: Path) -> None:
    told = json.loads(run("--json").stdout)
    kept = json.loads((place / "output" / "run.json").read_bytes())
    assert {key: kept[key] for key in told if key != "changed"} == {k: v for k, v in told.items() if k != "changed"}


def test_a_reject_is_too_much_under_strict(run: Run) -> None:
    with pytest.raises(Stop, match=r"Under --strict this is too much: 1 rejected input\.") as caught:
        run("--strict")
    assert caught.value.exit_code is Exit.TOO_MANY_REJECTS


def test_strict_has_nothing_against_a_flawless_run(run: Run, place: Path) -> None:
    (place / "raw" / "photo.txt").unlink()
    assert run("--strict", "--until", "clean").exit_code == Exit.DONE


def test_a_path_that_is_not_there_is_too_much_under_strict(run: Run, place: Path) -> None:
    (place / "raw" / "photo.txt").unlink()
    with (place / "raw" / "sources.csv").open("a", encoding="utf-8") as sources:
        sources.write("nowhere.txt\n")
    with pytest.raises(Stop, match=r"too much: 1 path in sources\.csv without a file\."):
        run("--strict", "--until", "clean")


def test_a_workbook_for_those_who_ask(run: Run, place: Path) -> None:
    run("--xlsx", "--quiet")
    book = openpyxl.load_workbook(BytesIO((place / "output" / "tellings.xlsx").read_bytes()))
    assert book["claim_groups"].max_row == 1 + json.loads(run("--xlsx", "--json").stdout)["counts"]["groups"]
    assert "Nothing has changed" in run("--xlsx").stdout
    run("--quiet")
    assert not (place / "output" / "tellings.xlsx").exists()


def test_the_settings_may_ask_for_it(run: Run, place: Path) -> None:
    (place / "pipeline.toml").write_text("xlsx = true", encoding="utf-8")
    run("--quiet")
    assert (place / "output" / "tellings.xlsx").exists()
    run("--quiet", "--no-xlsx")
    assert not (place / "output" / "tellings.xlsx").exists()


def test_a_dry_run_where_nothing_would_be_done(run: Run) -> None:
    assert run("--dry-run").stdout == (
        "4 files: 0 new, 0 changed, 4 as they were; 0 gone, 0 refused.\n"
        "0 inputs would be read; 4 are in the cache.\n"
        "output is up to date: a run would change nothing. Nothing was written.\n"
    )


def test_a_dry_run_writes_nothing(run: Run, place: Path) -> None:
    (place / "raw" / "[new].txt").write_text("It rained on Monday.", encoding="utf-8")
    (place / "raw" / "photo.txt").unlink()
    before = {path: path.stat().st_mtime_ns for path in place.rglob("*")}
    assert run("--dry-run").stdout.splitlines() == [
        "4 files: 1 new, 0 changed, 3 as they were; 1 gone, 0 refused.",
        "  new      [new].txt",
        "  gone     photo.txt",
        "1 input would be read; 3 are in the cache.",
        "  to read  [new].txt",
        "A run would write output. Nothing was written.",
    ]
    told = json.loads(run("--dry-run", "--json").stdout)
    assert (told["up_to_date"], told["to_read"]) == (False, ["[new].txt"])
    assert {path: path.stat().st_mtime_ns for path in place.rglob("*")} == before
