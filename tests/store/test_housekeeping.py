"""What the cache says that it holds, and what goes when it is pruned."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.store import Store
from pipeline.store.cache import today
from pipeline.store.housekeeping import OVERHEAD, file_size, held, prune

SIZE = 1000  # bytes a value
AGES = {"old": 40, "older": 90, "new": 0, "newer": 0}  # days since it was used


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two entries of a stage that no run has used for long, and two of today."""
    with Store(tmp_path) as store:
        for name, age in AGES.items():
            store.put_many([(name, bytes(SIZE))], "tag" if age else "compare")
            _age(tmp_path, name, age)
        yield store


def _age(folder: Path, name: str, days: int) -> None:
    with sqlite3.connect(folder / "store.sqlite") as db:
        db.execute("UPDATE entry SET used = ? WHERE key = ?", (today() - days, name))


def _left(folder: Path) -> set[str]:
    with sqlite3.connect(folder / "store.sqlite") as db:
        return {key for (key,) in db.execute("SELECT key FROM entry")}


def test_it_counts_stage_by_stage(store: Store) -> None:
    size = 2 * (SIZE + OVERHEAD)
    found = [(one.stage, one.entries, one.size, one.unused_days) for one in held(store)]
    assert found == [("compare", 2, size, 0), ("tag", 2, size, 40)]


@pytest.mark.parametrize(
    ("days", "left"),
    [
        (90, {"old", "older", "new", "newer"}),
        (89, {"old", "new", "newer"}),
        (40, {"old", "new", "newer"}),
        (39, {"new", "newer"}),
        (0, {"new", "newer"}),
    ],
)
def test_what_was_not_used_for_longer_goes(store: Store, tmp_path: Path, days: int, left: set[str]) -> None:
    assert prune(store, older_than=days) == len(AGES) - len(left)
    assert _left(tmp_path) == left


@pytest.mark.parametrize(
    ("most", "left"),
    [(4 * (SIZE + OVERHEAD), set(AGES)), (4 * (SIZE + OVERHEAD) - 1, {"old", "new", "newer"}), (SIZE, set())],
)
def test_what_was_unused_longest_goes_first(store: Store, tmp_path: Path, most: int, left: set[str]) -> None:
    prune(store, most=most)
    assert _left(tmp_path) == left


def test_what_is_asked_for_counts_as_used_today(store: Store, tmp_path: Path) -> None:
    assert store.get_many(["older"]) == {"older": bytes(SIZE)}
    prune(store, older_than=0)
    assert _left(tmp_path) == {"older", "new", "newer"}


def test_the_space_goes_back_to_the_disk(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put_many((f"key{i}", bytes(SIZE)) for i in range(2_000))
        before = file_size(tmp_path)
        prune(store, most=0)
        assert file_size(tmp_path) < before / 10
        store.put_many([("key1", b"again")])
        assert store.get_many(["key1"]) == {"key1": b"again"}


def test_a_cache_of_another_version_is_begun_anew(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "store.sqlite") as db:
        db.execute("CREATE TABLE entry (key TEXT PRIMARY KEY, checksum BLOB NOT NULL, value BLOB NOT NULL)")
        db.execute("INSERT INTO entry VALUES ('a', x'00', x'00')")
    with Store(tmp_path) as store:
        assert store.get_many(["a"]) == {}
        store.put_many([("a", b"one")], "tag")
        assert [one.stage for one in held(store)] == ["tag"]
