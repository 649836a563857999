"""One file in its place, whole or not at all."""

from pathlib import Path

import pytest

from pipeline.store.files import place, rewrite


def test_a_new_file(tmp_path: Path) -> None:
    place(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("there", ["file", "folder", "link", "broken link"])
def test_what_is_there_stays(tmp_path: Path, there: str) -> None:
    target, path = tmp_path / "target", tmp_path / "a.txt"
    target.write_bytes(b"old")
    match there:
        case "file":
            path.write_bytes(b"old")
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to(target)
        case _:
            path.symlink_to(tmp_path / "nowhere")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(FileExistsError):
        place(path, b"new")
    assert sorted(tmp_path.iterdir()) == before
    assert target.read_bytes() == b"old"
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        place(tmp_path / "nowhere" / "a.txt", b"new")


def test_rewriting(tmp_path: Path) -> None:
    path, held = tmp_path / "a.csv", tmp_path / "b.csv"
    rewrite(path, b"old")
    held.hardlink_to(path)  # who has the old one open goes on with the old one
    rewrite(path, b"new")
    assert (path.read_bytes(), held.read_bytes()) == (b"new", b"old")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.csv", "b.csv"]
