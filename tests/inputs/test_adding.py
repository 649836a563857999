"""Files taken into raw/: what is there stays as it is, whatever is asked for."""

import os
import socket
from pathlib import Path

import pytest

from pipeline.errors import Exit, Stop
from pipeline.inputs import read_inputs
from pipeline.inputs.adding import add
from pipeline.inputs.source_notes import read_notes
from pipeline.records import SourceNote
from pipeline.store import lock

ABOUT = SourceNote("", "Agency", "The Paper", "2021-02-03", "https://paper.example/a")
SILENT = SourceNote("")
LIMIT = 1000


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return tmp_path / "raw"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("It rained on Monday.", encoding="utf-8")
    return path


def another(story: Path, words: str, name: str = "story.txt") -> Path:
    """A file of that name in a folder of its own."""
    folder = story.parent / words.replace(" ", "-").rstrip(".")
    folder.mkdir()
    (folder / name).write_text(words, encoding="utf-8")
    return folder / name


def test_a_file_and_its_row(story: Path, raw: Path) -> None:
    [added] = add([story], raw, ABOUT, LIMIT)
    assert (added.given, added.path, added.refusal) == (str(story), "story.txt", None)
    inputs = read_inputs(raw, LIMIT)
    assert [(document.path, document.content) for document in inputs.documents] == [("story.txt", story.read_bytes())]
    assert inputs.notes == (SourceNote("story.txt", "Agency", "The Paper", "2021-02-03", "https://paper.example/a"),)
    assert {path.name for path in raw.iterdir()} - {".sources.csv.lock"} == {"story.txt", "sources.csv"}


def test_a_name_that_is_taken_gets_a_number(story: Path, raw: Path) -> None:
    snow, hail = another(story, "It snowed."), another(story, "It hailed.")
    assert [added.path for added in add([story, snow, hail], raw, SILENT, LIMIT)] == [
        "story.txt",
        "story-2.txt",
        "story-3.txt",
    ]
    assert (raw / "story.txt").read_bytes() == story.read_bytes()
    assert (raw / "story-2.txt").read_bytes() == snow.read_bytes()
    assert [note.path for note in read_notes(raw)] == ["story.txt", "story-2.txt", "story-3.txt"]


@pytest.mark.parametrize("name", ["README.md", "sources.csv"])
def test_a_name_that_no_run_reads_gets_a_number(story: Path, raw: Path, name: str) -> None:
    [added] = add([another(story, "It snowed.", name)], raw, SILENT, LIMIT)
    assert added.path == name.replace(".", "-2.")
    assert [document.path for document in read_inputs(raw, LIMIT).documents] == [added.path]


def test_a_row_without_its_file_keeps_its_name(story: Path, raw: Path) -> None:
    raw.mkdir()
    (raw / "sources.csv").write_text("path,publisher\nstory.txt,Radio North\n", encoding="utf-8")
    assert [added.path for added in add([story], raw, SILENT, LIMIT)] == ["story-2.txt"]
    assert [(note.path, note.publisher) for note in read_notes(raw)] == [
        ("story.txt", "Radio North"),
        ("story-2.txt", ""),
    ]


def test_the_same_content_is_there_once(story: Path, raw: Path) -> None:
    add([story], raw, SILENT, LIMIT)
    before = (raw / "sources.csv").read_bytes()
    copy = another(story, "It rained on Monday.", "copy.txt")
    [again] = add([copy], raw, ABOUT, LIMIT)
    assert again.refusal
    assert again.refusal.code == "duplicate"
    assert "as story.txt" in again.refusal.message
    twice = add([another(story, "It snowed."), another(story, "It hailed.", "b.txt")], raw, SILENT, LIMIT)
    assert [added.path for added in twice] == ["story-2.txt", "b.txt"]
    assert (raw / "sources.csv").read_bytes().startswith(before)


def test_the_same_file_twice_in_one_go(story: Path, raw: Path) -> None:
    first, second = add([story, story], raw, SILENT, LIMIT)
    assert (first.path, second.path) == ("story.txt", "")


def test_a_broken_link_of_that_name_is_not_written_through(story: Path, raw: Path, tmp_path: Path) -> None:
    raw.mkdir()
    (raw / "story.txt").symlink_to(tmp_path / "elsewhere.txt")
    assert [added.path for added in add([story], raw, SILENT, LIMIT)] == ["story-2.txt"]
    assert not (tmp_path / "elsewhere.txt").exists()


def test_one_refusal_does_not_cost_the_others(story: Path, raw: Path) -> None:
    nothing, added = add([story.with_name("nowhere.txt"), story], raw, SILENT, LIMIT)
    assert nothing.refusal
    assert added.path == "story.txt"


def _link(folder: Path) -> Path:
    (folder / "link.txt").symlink_to(folder / "story.txt")
    return folder / "link.txt"


def _folder(folder: Path) -> Path:
    (folder / "several").mkdir()
    return folder / "several"


def _linked_folder(folder: Path) -> Path:
    (folder / "linked").symlink_to(folder)
    return folder / "linked"


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.txt")
    return folder / "pipe.txt"


def _socket(folder: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(folder / "socket.txt"))
    return folder / "socket.txt"


def _large(folder: Path) -> Path:
    (folder / "large.txt").write_bytes(b"x" * (LIMIT + 1))
    return folder / "large.txt"


def _named(name: str) -> object:
    def make(folder: Path) -> Path:
        (folder / name).write_text("It hailed.", encoding="utf-8")
        return folder / name

    return make


@pytest.mark.parametrize(
    ("make", "code", "hint"),
    [
        (_link, "link", "Name the file that it leads to."),
        (_folder, "folder", "several/*.html"),
        (_linked_folder, "link", ""),
        (_pipe, "not_a_file", ""),
        (_socket, "not_a_file", ""),
        (_large, "too_large", "max_input_bytes"),
        (_named(".hidden.txt"), "name", "Rename it."),
        (_named(" edge.txt"), "name", ""),
        (_named("two\nlines.txt"), "name", ""),
        (_named("turn\u202egnp.txt"), "name", ""),
        (lambda folder: folder / "nowhere.txt", "unreadable", ""),
        (lambda _: Path("https://paper.example/a"), "address", "save the page, and add the saved file with --url"),
        (lambda _: Path("HTTP://paper.example"), "address", ""),
    ],
)
def test_what_is_not_taken(make, code: str, hint: str, story: Path, raw: Path) -> None:
    [refused] = add([make(story.parent)], raw, SILENT, LIMIT)
    assert refused.refusal
    assert refused.refusal.code == code
    assert hint in refused.refusal.hint
    assert refused.refusal.hint
    assert [path for path in raw.iterdir() if path.name != ".sources.csv.lock"] == []


def test_a_name_with_a_space_or_a_letter_of_any_script_is_fine(story: Path, raw: Path) -> None:
    [added] = add([another(story, "It hailed.", "Überschwemmung – 洪水 2.txt")], raw, SILENT, LIMIT)
    assert added.path == "Überschwemmung – 洪水 2.txt"


@pytest.mark.parametrize(
    ("about", "files", "says"),
    [
        (SourceNote("", published="3 February 2021"), 1, "is not a date"),
        (SourceNote("", published="2021-02-30"), 1, "is not a date"),
        (SourceNote("", url="paper.example"), 1, "is not an address"),
        (SourceNote("", url="javascript:alert(1)"), 1, "is not an address"),
        (SourceNote("", url="https://paper.example/a"), 2, "names one article"),
    ],
)
def test_what_cannot_be_so(about: SourceNote, files: int, says: str, story: Path, raw: Path) -> None:
    with pytest.raises(Stop, match=says) as caught:
        add([story, another(story, "It snowed.")][:files], raw, about, LIMIT)
    assert caught.value.hint
    assert not raw.exists()


def test_sources_that_do_not_fit_are_left_alone(story: Path, raw: Path) -> None:
    raw.mkdir()
    (raw / "sources.csv").write_bytes(b"path,colour\nx.txt,red\n")
    with pytest.raises(Stop, match="has the column 'colour'"):
        add([story], raw, SILENT, LIMIT)
    assert (raw / "sources.csv").read_bytes() == b"path,colour\nx.txt,red\n"
    assert not (raw / "story.txt").exists()


def test_sources_that_are_a_link_are_left_alone(story: Path, raw: Path, tmp_path: Path) -> None:
    raw.mkdir()
    (tmp_path / "mine.csv").write_bytes(b"path\n")
    (raw / "sources.csv").symlink_to(tmp_path / "mine.csv")
    with pytest.raises(Stop, match="is a link"):
        add([story], raw, SILENT, LIMIT)
    assert (tmp_path / "mine.csv").read_bytes() == b"path\n"


def test_two_at_once(story: Path, raw: Path) -> None:
    with lock(raw / "sources.csv"), pytest.raises(Stop, match="Another run") as caught:
        add([story], raw, SILENT, LIMIT)
    assert caught.value.exit_code is Exit.LOCKED
    assert not (raw / "story.txt").exists()


def test_a_folder_that_cannot_be_made(story: Path) -> None:
    with pytest.raises(Stop, match="cannot be written"):
        add([story], story / "raw", SILENT, LIMIT)
