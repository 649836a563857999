"""A store that is only read: it has what is there, and leaves everything as it was."""

from pathlib import Path

from pipeline.store import Store
from pipeline.store.cache import KEYS_AT_ONCE
from pipeline.store.read_only import ReadOnlyStore


def test_it_has_what_is_there_and_keeps_nothing(tmp_path: Path) -> None:
    values = {f"key{i}": b"%d" % i for i in range(KEYS_AT_ONCE + 1)}
    with Store(tmp_path) as store:
        store.put_many(values.items())
    read_only = ReadOnlyStore(tmp_path)
    read_only.put_many([("more", b"3")])
    assert read_only.get_many([*values, "more"]) == values
    assert [path.name for path in tmp_path.iterdir()] == ["store.sqlite"]


def test_it_makes_no_folder(tmp_path: Path) -> None:
    assert ReadOnlyStore(tmp_path / "nowhere").get_many(["a"]) == {}
    assert not (tmp_path / "nowhere").exists()


def test_it_mends_nothing(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite").write_bytes(b"no database" * 1000)
    assert ReadOnlyStore(tmp_path).get_many(["a"]) == {}
    assert (tmp_path / "store.sqlite").read_bytes() == b"no database" * 1000
