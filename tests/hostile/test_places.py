"""A folder as an enemy would leave it: names, links, pipes, sockets, files that are locked or change."""

import os
import re
import threading
from contextlib import chdir
from pathlib import Path

import pytest

from bench.bad.places import put_names, put_things
from pipeline.errors import Stop
from pipeline.extract.articles import article_id, extract_article
from pipeline.inputs import read_inputs
from pipeline.inputs.source_notes import LARGEST
from pipeline.one_by_one import named_apart
from pipeline.records import Document
from tests.refusing import code_of

LIMIT = 10_000
DEEP = 1_200  # folders; Python's stack holds a thousand calls
TEXT = b"The gate\n\nIt closes at six in the evening, said the keeper of the gate.\n"


def test_every_name_is_an_article_with_an_id_of_its_own(tmp_path: Path) -> None:
    made = put_names(tmp_path / "raw", TEXT)
    inputs = read_inputs(tmp_path / "raw", LIMIT)
    hidden = sum(path.name.startswith(".") for path in (tmp_path / "raw").iterdir())
    paths = [document.path for document in inputs.documents]
    assert (len(paths), inputs.rejects) == (made - hidden, ())
    ids = [article_id(path) for path in paths]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9]+(?:-+[a-z0-9]+)*", one) for one in ids)
    assert "".join(paths).encode()  # whatever bytes the name had, every table can hold it


def test_ids_do_not_depend_on_what_lies_beside(tmp_path: Path) -> None:
    put_names(tmp_path / "raw", TEXT)
    together = {document.path for document in read_inputs(tmp_path / "raw", LIMIT).documents}
    for path in sorted((tmp_path / "raw").iterdir())[::2]:
        path.unlink()
    assert {document.path for document in read_inputs(tmp_path / "raw", LIMIT).documents} < together


def test_an_article_under_an_odd_name_is_read(tmp_path: Path) -> None:
    put_names(tmp_path / "raw", TEXT)
    for document in read_inputs(tmp_path / "raw", LIMIT).documents:
        if document.path.endswith(".exe"):
            assert code_of(extract_article, (document, None)) == "unknown_format"
        else:
            assert "closes at six" in extract_article((document, None)).text


def test_two_names_that_were_made_to_have_one_id() -> None:
    """The short hash in an id keeps chance away, and not who tries a few thousand names."""
    names = ("thE-haRBOur-voTE.txt", "the-harbOuR-voTE.txt", "the-harbour-votE.txt")
    articles = [extract_article((Document(name, "", TEXT), None)) for name in names]
    assert articles[0].article_id == articles[1].article_id != articles[2].article_id
    for given in (articles, articles[::-1]):
        kept, refused = named_apart(given)
        assert {article.path for article in kept} == {names[0], names[2]}
        assert [(row.path, row.code) for row in refused] == [(names[1], "same_id")]


def test_things_that_are_no_files(tmp_path: Path) -> None:
    made = put_things(tmp_path / "raw")
    inputs = read_inputs(tmp_path / "raw", LIMIT)
    codes = {row.path: row.code for row in inputs.rejects}
    assert len(inputs.documents) + len(codes) == made
    assert codes | {"locked.txt": ""} == {
        "link.txt": "link", "gone.txt": "link", "loop": "link", "pipe.txt": "not_a_file", "socket.txt": "not_a_file",
        "locked.txt": "",
    }  # fmt: skip
    assert codes.get("locked.txt") == ("unreadable" if os.geteuid() else None)  # root may read anything


def test_folders_in_each_other_deeper_than_the_stack(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    with chdir(raw):
        try:
            for _ in range(DEEP):
                Path("d").mkdir()
                os.chdir("d")
            Path("a.txt").write_bytes(TEXT)
            found = read_inputs(raw, LIMIT).documents
            assert [document.path for document in found] == ["d/" * DEEP + "a.txt"]
            Path("a.txt").unlink()
        finally:  # what removes folders for a test goes down the stack too
            while not Path.cwd().samefile(raw):
                os.chdir("..")
                Path("d").rmdir()


def test_a_file_that_grows_while_it_is_read(tmp_path: Path) -> None:
    """What was read decides, and it is never more than the limit and a byte."""
    path = tmp_path / "raw" / "log.txt"
    path.parent.mkdir()
    path.write_bytes(TEXT)
    stop = threading.Event()

    def grow() -> None:
        while not stop.is_set():
            with path.open("ab") as file:
                file.write(TEXT)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        for _ in range(20):
            inputs = read_inputs(path.parent, LIMIT)
            sizes = [len(document.content) for document in inputs.documents]
            assert len(sizes) + len(inputs.rejects) == 1
            assert all(size <= LIMIT for size in sizes)
    finally:
        stop.set()
        writer.join()


@pytest.mark.parametrize("path", ["../outside.txt", "/etc/hostname", "a/../../outside.txt", "link.txt"])
def test_sources_csv_opens_nothing(tmp_path: Path, path: str) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (tmp_path / "outside.txt").write_bytes(b"secret")
    (raw / "link.txt").symlink_to(tmp_path / "outside.txt")
    (raw / "a.txt").write_bytes(TEXT)
    (raw / "sources.csv").write_text(f"path,publisher\n{path},The Paper\n", encoding="utf-8")
    inputs = read_inputs(raw, LIMIT)
    assert [document.content for document in inputs.documents] == [TEXT]
    assert [note.path for note in inputs.notes] == [path]


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "endless"])
def test_sources_csv_has_to_be_a_file(tmp_path: Path, kind: str) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_bytes(TEXT)
    sources = raw / "sources.csv"
    if kind == "link":
        sources.symlink_to("/etc/passwd")
    elif kind == "pipe":
        os.mkfifo(sources)
    elif kind == "folder":
        sources.mkdir()
    else:
        sources.write_bytes(b"path\n" + b"\n" * LARGEST)
    with pytest.raises(Stop) as caught:
        read_inputs(raw, LIMIT)
    assert "sources.csv" in caught.value.what
    assert "root:" not in str(caught.value)
    assert caught.value.hint
