"""Tasks: done once, by the same code, in a process that may start others; and what they send arrives."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cluster.job import Job, Sent, Step, perform
from pipeline.cluster.packing import packed, unpacked
from pipeline.cluster.shared import Shared
from pipeline.errors import Stop
from pipeline.settings import Settings
from pipeline.versions import code_version
from pipeline.workers import Runner

PARTS = 3


@dataclass(frozen=True)
class Word:
    text: str
    home: int


def _tell(_: Job, part: int, __: Runner) -> Iterator[Sent]:
    yield "words", part, Word("own", part)
    yield "words", 0, Word("sent", part)
    yield from (("all", to, Word("everywhere", part)) for to in range(PARTS))


def _count(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    ran = Path(job.shared.address) / "ran"
    ran.mkdir(parents=True, exist_ok=True)
    (ran / f"{part}-{len(list(ran.iterdir()))}").touch()
    yield "counted", part, len(list(job.sent("words", part, Word)))


TELL, COUNT = Step("tell", _tell), Step("count", _count)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return Job(Shared(str(tmp_path / "parts")), PARTS, Settings(), str(tmp_path / "cache"), code_version())


def test_what_is_sent_arrives(job: Job) -> None:
    counts = [perform(job, TELL, part) for part in range(PARTS)]
    assert counts == [{"words": 2, "all": PARTS}] * PARTS
    assert sorted((word.text, word.home) for word in job.sent("words", 0, Word)) == [
        ("own", 0),
        ("sent", 0),
        ("sent", 1),
        ("sent", 2),
    ]
    assert [(word.text, word.home) for word in job.sent("words", 1, Word)] == [("own", 1)]
    assert [(word.text, word.home) for word in job.own("words", 2, Word)] == [("own", 2)]
    assert len(list(job.everything("words", Word))) == 2 * PARTS
    assert list(job.sent("nothing", 0, Word)) == job.own("nothing", 0, Word) == []


def test_a_task_is_done_once(job: Job) -> None:
    first = perform(job, COUNT, 1)
    assert perform(job, COUNT, 1) == first == {"counted": 1}
    assert len(list((Path(job.shared.address) / "ran").iterdir())) == 1


def test_a_task_that_was_cut_short_is_done_again(job: Job) -> None:
    perform(job, COUNT, 1)
    (Path(job.shared.address) / "done" / "count" / "00001.json").unlink()
    perform(job, COUNT, 1)
    assert len(list((Path(job.shared.address) / "ran").iterdir())) == 2
    assert job.own("counted", 1, int) == [0]


def test_another_version_stops(job: Job) -> None:
    with pytest.raises(Stop, match="another version"):
        perform(replace(job, code="old"), TELL, 0)


def _refused(job: Job, told: Path) -> None:
    try:
        perform(job, TELL, 0)
    except Stop as stop:
        told.write_text(stop.what, encoding="utf-8")


def test_a_worker_that_can_start_no_process_stops(job: Job, tmp_path: Path) -> None:
    process = get_context("fork").Process(target=_refused, args=(job, tmp_path / "told"), daemon=True)
    process.start()
    process.join()
    assert "no processes of its own" in (tmp_path / "told").read_text(encoding="utf-8")


@given(st.dictionaries(st.integers(0, 50), st.lists(st.binary(max_size=20), min_size=1, max_size=5), max_size=5))
def test_records_are_read_by_part(records: dict[int, list[bytes]]) -> None:
    content = packed(records)
    assert {part: list(unpacked(BytesIO(content), part)) for part in records} == records
    assert list(unpacked(BytesIO(content))) == [one for part in sorted(records) for one in records[part]]
    assert list(unpacked(BytesIO(content), 51)) == []


@pytest.mark.parametrize("address", ["memory://", ""])
def test_the_shared_folder(address: str, tmp_path: Path) -> None:
    shared = Shared(f"{address}{tmp_path}/a place")
    assert shared.read("table/a.parquet") is None
    assert shared.names("table", ".parquet") == []
    shared.put("table/b.parquet", b"1")
    shared.put("table/a.parquet", b"2")
    shared.put("table/a.parquet", b"3")
    shared.put("table/note.json", b"{}")
    assert shared.names("table", ".parquet") == ["table/a.parquet", "table/b.parquet"]
    assert shared.read("table/a.parquet") == b"3"
    with shared.open("table/b.parquet") as file:
        assert file.read() == b"1"
    with pytest.raises(FileNotFoundError):
        shared.open("table/c.parquet")
    shared.clear()
    shared.clear()
    assert shared.names("table", ".parquet") == []
