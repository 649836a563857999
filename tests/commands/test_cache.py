"""`tellings cache` as people type it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.errors import Stop
from pipeline.store import Store


@pytest.fixture
def cache(tmp_path: Path) -> str:
    with Store(tmp_path) as store:
        store.put_many([("a", bytes(3_000_000)), ("b", b"2")], "extract")
        store.put_many([("c", b"3")], "tag")
    return str(tmp_path)


def test_it_tells_what_is_there(cache: str) -> None:
    told = CliRunner().invoke(app, ["cache", "--cache", cache]).stdout
    assert [line.split() for line in told.splitlines()[1:]] == [
        ["extract", "2", "results", "3.0", "MB", "used", "today"],
        ["tag", "1", "result", "0.0", "MB", "used", "today"],
    ]


def test_it_drops_what_is_too_much(cache: str) -> None:
    told = json.loads(CliRunner().invoke(app, ["cache", "--cache", cache, "--to", "1", "--json"]).stdout)
    assert told["dropped"] == 1
    assert told["bytes"] < 1_000_000
    assert {one["stage"]: one["entries"] for one in told["stages"]} == {"extract": 1, "tag": 1}


def test_nothing_goes_unless_asked_and_what_is_used_stays(cache: str) -> None:
    for options in ([], ["--older-than", "0"], ["--to", "100"]):
        told = json.loads(CliRunner().invoke(app, ["cache", "--cache", cache, "--json", *options]).stdout)
        assert told["dropped"] == 0


def test_a_folder_without_a_cache_is_left_as_it_is(tmp_path: Path) -> None:
    found = CliRunner().invoke(app, ["cache", "--cache", str(tmp_path / "none")])
    assert isinstance(found.exception, Stop)
    assert not (tmp_path / "none").exists()
