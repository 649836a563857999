"""What a run would do is told, and nothing is done."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import Exit, Stop
from pipeline.flow import through
from pipeline.inputs import read_inputs
from pipeline.plan import Plan, plan
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner

FEED = [{"id": "a", "text": "It rained on Monday."}, {"id": "b", "title": "No text"}]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "one.txt").write_text("The bridge was closed in March 2024.", encoding="utf-8")
    (raw / "two.txt").write_text("The bridge was opened in May 2024.", encoding="utf-8")
    (raw / "feed.jsonl").write_text("\n".join(map(json.dumps, FEED)), encoding="utf-8")
    return tmp_path


@pytest.fixture
def extract(place: Path) -> Callable[[], None]:
    """Reads every input and keeps it, as a run would."""

    def work() -> None:
        with Store(place / "cache") as store:
            inputs = read_inputs(place / "raw", 1000)
            through(inputs, Runner(Settings(), store, here=True), "extract")
            hashes = {document.path: document.sha256 for document in inputs.documents}
        (place / "output").mkdir(exist_ok=True)
        (place / "output" / "run.json").write_text(json.dumps({"inputs": hashes}), encoding="utf-8")

    return work


def planned(place: Path) -> Plan:
    """The plan, and the proof that it left nothing behind."""
    before = snapshot(place)
    found = plan(place / "raw", place / "output", place / "cache", Settings())
    assert snapshot(place) == before
    return found


def snapshot(place: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"") for path in place.rglob("*")
    }


def test_before_the_first_run_all_is_new(place: Path) -> None:
    found = planned(place)
    assert found == Plan(
        up_to_date=False,
        new=("feed.jsonl", "one.txt", "two.txt"),
        changed=(),
        same=(),
        gone=(),
        refused=(),
        cached=0,
        to_read=("feed.jsonl", "one.txt", "two.txt"),
    )
    assert not (place / "cache").exists()


def test_what_was_read_is_in_the_cache(place: Path, extract: Callable[[], None]) -> None:
    extract()
    found = planned(place)
    assert found.same == ("feed.jsonl", "one.txt", "two.txt")
    assert (found.cached, found.to_read) == (4, ())  # of the feed, a record and a reject


def test_what_is_new_changed_and_gone(place: Path, extract: Callable[[], None]) -> None:
    extract()
    raw = place / "raw"
    (raw / "one.txt").unlink()
    (raw / "two.txt").write_text("The bridge was opened in June 2024.", encoding="utf-8")
    (raw / "three.txt").write_text("The bridge was closed in March 2024.", encoding="utf-8")
    with (raw / "feed.jsonl").open("a", encoding="utf-8") as feed:
        feed.write("\n" + json.dumps({"id": "c", "text": "It snowed on Tuesday."}))
    (raw / "link.txt").symlink_to(raw / "two.txt")
    found = planned(place)
    assert (found.new, found.changed, found.same, found.gone) == (
        ("three.txt",),
        ("feed.jsonl", "two.txt"),
        (),
        ("one.txt",),
    )
    assert [row.path for row in found.refused] == ["link.txt"]
    assert found.to_read == ("feed.jsonl", "three.txt", "two.txt")


def test_a_damaged_cache_is_none_and_stays_as_it_is(place: Path, extract: Callable[[], None]) -> None:
    extract()
    (place / "cache" / "store.sqlite").write_bytes(b"no database" * 1000)
    assert planned(place).cached == 0


def test_an_output_of_something_else(place: Path) -> None:
    (place / "output").mkdir()
    for content in ("", "[]", '{"inputs": 3}', '{"inputs": null}'):
        (place / "output" / "run.json").write_text(content, encoding="utf-8")
        assert planned(place).new == ("feed.jsonl", "one.txt", "two.txt")


def test_nothing_to_read(place: Path) -> None:
    with pytest.raises(Stop, match="There is no folder") as caught:
        plan(place / "nowhere", place / "output", place / "cache", Settings())
    assert caught.value.exit_code is Exit.NO_INPUT
