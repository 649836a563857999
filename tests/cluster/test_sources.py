"""Inputs of a run in parts: what is read, what it is called, and what is kept together."""

from pathlib import Path

import fsspec
import pytest

from pipeline.cluster import sources
from pipeline.cluster.extracting import read_shard
from pipeline.cluster.sources import Shard, Source, listed, sharded
from pipeline.errors import Exit, Stop
from pipeline.records import Rejected, SourceNote

LIMIT = 100


def _source(path: str, size: int = 10) -> Source:
    return Source(path, f"/raw/{path}", size, "")


def _paths(shards: list[Shard]) -> list[list[str]]:
    return [[source.path for source in shard.sources] for shard in shards]


@pytest.fixture
def bucket(tmp_path: Path) -> str:
    """An address of a file system that is not this machine's disk."""
    system, base = fsspec.filesystem("memory"), f"/{tmp_path.name}"
    for name in ("news/a.jsonl", "news/b.jsonl", "news/deep/c.jsonl", "news/.hidden/d.jsonl", "news/README.md"):
        system.pipe_file(f"{base}/{name}", name.encode())
    system.pipe_file(f"{base}/news/sources.csv", b"path,origin\na.jsonl,Agency\n")
    system.pipe_file(f"{base}/news/long.txt", b"x" * (LIMIT + 1))
    return f"memory:/{base}/news"


def test_a_folder_of_any_file_system(bucket: str) -> None:
    found, notes = listed(Path("raw"), [bucket])
    assert [source.path for source in found] == ["a.jsonl", "b.jsonl", "deep/c.jsonl", "long.txt"]
    assert notes == (SourceNote("a.jsonl", origin="Agency"),)


@pytest.mark.parametrize(
    ("pattern", "paths"),
    [
        ("/*.jsonl", ["a.jsonl", "b.jsonl"]),
        ("/**/*.jsonl", ["a.jsonl", "b.jsonl", "deep/c.jsonl"]),
        ("/deep/*", ["c.jsonl"]),
        ("/b.jsonl", ["b.jsonl"]),
    ],
)
def test_a_glob_is_named_from_its_fixed_part_on(bucket: str, pattern: str, paths: list[str]) -> None:
    found, _ = listed(Path("raw"), [bucket + pattern])
    assert [source.path for source in found] == paths


def test_what_is_read(bucket: str) -> None:
    found, notes = listed(Path("raw"), [bucket])
    inputs = read_shard(Shard(tuple(found), notes), LIMIT)
    assert [(one.path, one.content) for one in inputs.documents] == [
        ("a.jsonl", b"news/a.jsonl"),
        ("b.jsonl", b"news/b.jsonl"),
        ("deep/c.jsonl", b"news/deep/c.jsonl"),
    ]
    assert [(row.path, row.code, row.bytes) for row in inputs.rejects] == [("long.txt", "too_large", LIMIT + 1)]


def test_what_is_gone_when_it_is_read_is_a_reject(bucket: str) -> None:
    found, notes = listed(Path("raw"), [bucket])
    fsspec.filesystem("memory").rm(f"{bucket.removeprefix('memory:/')}/a.jsonl")
    (row,) = read_shard(Shard(tuple(found[:1]), notes), LIMIT).rejects
    assert isinstance(row, Rejected)
    assert (row.path, row.stage, row.code) == ("a.jsonl", "inputs", "unreadable")


def test_a_folder_here_is_read_as_on_one_machine(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("It rained.", encoding="utf-8")
    (tmp_path / "raw" / "link.txt").symlink_to(tmp_path / "raw" / "a.txt")
    found, _ = listed(tmp_path / "raw", [])
    inputs = read_shard(Shard(tuple(found), ()), LIMIT)
    assert [one.path for one in inputs.documents] == ["a.txt"]
    assert [(row.path, row.code) for row in inputs.rejects] == [("link.txt", "link")]


def test_another_content_is_another_state(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It rained.", encoding="utf-8")
    before, _ = listed(tmp_path, [])
    path.write_text("It rained again.", encoding="utf-8")
    after, _ = listed(tmp_path, [])
    assert before[0].state != after[0].state


def test_nothing_to_read_stops(tmp_path: Path, bucket: str) -> None:
    for raw, addresses in ((tmp_path / "none", []), (tmp_path, []), (tmp_path, [f"{bucket}/*.pdf"])):
        with pytest.raises(Stop) as stopped:
            listed(raw, addresses)
        assert stopped.value.exit_code is Exit.NO_INPUT


def test_two_inputs_of_one_name_stop(bucket: str) -> None:
    with pytest.raises(Stop, match=r"called a\.jsonl"):
        listed(Path("raw"), [f"{bucket}/*.jsonl", f"{bucket}/a.jsonl"])


def test_a_file_and_what_looks_like_its_record_are_one_shard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "SHARD_FILES", 1)
    names = ["a.csv", "a.csv!", "a.csv#1", "b.csv#1", "c.csv", "c.csv#x#y"]
    notes = [SourceNote("a.csv#1"), SourceNote("a.csv#2"), SourceNote("c.csv#3"), SourceNote("gone.txt")]
    shards = sharded([_source(name) for name in names], notes)
    assert sorted(map(sorted, _paths(shards))) == [
        ["a.csv", "a.csv#1"],
        ["a.csv!"],
        ["b.csv#1"],
        ["c.csv", "c.csv#x#y"],
    ]
    about = {shard.sources[0].path: {note.path for note in shard.notes} for shard in shards}
    assert about == {
        "a.csv": {"a.csv#1", "a.csv#2", "gone.txt"},
        "a.csv!": set(),
        "b.csv#1": set(),
        "c.csv": {"c.csv#3"},
    }


@pytest.mark.parametrize(
    ("files", "size", "shards"),
    [(1, 10, 1), (3, 0, 2), (500, 10, 2), (501, 10, 3), (4, sources.SHARD_BYTES, 4), (5_000_000, 10, sources.MOST)],
)
def test_shards_have_one_size(files: int, size: int, shards: int, monkeypatch: pytest.MonkeyPatch) -> None:
    if files > sources.MOST:  # the same with fewer to make
        monkeypatch.setattr(sources, "MOST", 20)
        files, shards = 10_000, 20
    made = sharded([_source(f"{number:07}.txt", size) for number in range(files)], [])
    sizes = [len(shard.sources) for shard in made]
    assert (len(made), sum(sizes)) == (shards, files)
    assert max(sizes) - min(sizes) <= 1
    assert _paths(made) == [[source.path for source in shard.sources] for shard in made]
