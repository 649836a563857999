"""sources.csv: read whole, or refused with the reason."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import Exit, Stop
from pipeline.inputs import read_inputs
from pipeline.inputs.source_notes import read_notes, with_notes
from pipeline.records import SourceNote


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return tmp_path / "sources.csv"


def test_no_file(tmp_path: Path) -> None:
    assert read_notes(tmp_path) == ()


@pytest.mark.parametrize(
    "content",
    [
        b"path,origin,publisher,published,url\na.txt,Agency,The Paper,2021-02-03,https://paper.example/a\n",
        b"\xef\xbb\xbfpath,origin,publisher,published,url\r\na.txt,Agency,The Paper,2021-02-03,https://paper.example/a\r\n",
        b" path , origin,publisher,published,url\n a.txt , Agency ,The Paper,2021-02-03,https://paper.example/a\n,,,,\n",
        b'url,published,publisher,origin,path\nhttps://paper.example/a,2021-02-03,"The Paper",Agency,a.txt',
    ],
    ids=["plain", "from a spreadsheet", "with spaces and an empty row", "in another order"],
)
def test_a_row(sources: Path, content: bytes) -> None:
    sources.write_bytes(content)
    assert read_notes(sources.parent) == (
        SourceNote("a.txt", "Agency", "The Paper", "2021-02-03", "https://paper.example/a"),
    )


def test_columns_may_be_left_out(sources: Path) -> None:
    sources.write_text("path,published\na.txt,2021\nb.txt\n\nc.txt,\n", encoding="utf-8")
    notes = (SourceNote("a.txt", published="2021"), SourceNote("b.txt"), SourceNote("c.txt"))
    assert read_notes(sources.parent) == notes


def test_cells_may_hold_commas_quotes_and_lines(sources: Path) -> None:
    sources.write_bytes(b'path,publisher\n"a, b.txt","The ""Paper""\nof Tarn"\n')
    assert read_notes(sources.parent) == (SourceNote("a, b.txt", publisher='The "Paper"\nof Tarn'),)


@pytest.mark.parametrize("content", [b"", b"path,origin\n"], ids=["empty", "header alone"])
def test_nothing_in_it(sources: Path, content: bytes) -> None:
    sources.write_bytes(content)
    assert read_notes(sources.parent) == ()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"path,orgin\na.txt,Agency\n", "has the column 'orgin'. It may have path, origin,"),
        (b"path,orgin\n", "has the column 'orgin'"),
        (b"path;origin\na.txt;Agency\n", "has the column 'path;origin'"),
        (b"a.txt,Agency\n", "has the column 'Agency', 'a.txt'"),
        (b"origin,url\nAgency,\n", "has no column 'path'"),
        (b"path,origin,origin\na.txt,A,B\n", "has a column twice"),
        (b"path,origin\na.txt,A\nb.txt,Agency, London\n", "line 3, has more cells than the header"),
        (b"path,origin\na.txt,A\na.txt,B\n", "has two rows for a.txt"),
        (b"path,published\na.txt,14/10/2022\n", "a.txt: '14/10/2022' is not a date. Write it as"),
        (b"path,published\na.txt,2021-02-30\n", "'2021-02-30' is not a date"),
        (b'path,origin\n"a.txt,A\n', "cannot be read"),
        (b'path,origin\n"a.txt"x,A\n', "cannot be read"),
        (b"path,origin\n\xe9.txt,A\n", "cannot be read"),
        ("path,origin\na.txt,A\n".encode("utf-16"), "cannot be read"),
    ],
)
def test_a_file_that_does_not_fit(sources: Path, content: bytes, says: str) -> None:
    sources.write_bytes(content)
    with pytest.raises(Stop) as caught:
        read_notes(sources.parent)
    assert str(sources) in caught.value.what
    assert says in str(caught.value)
    assert caught.value.exit_code is Exit.USAGE


def test_the_notes_come_with_the_inputs(sources: Path) -> None:
    sources.write_text("path,origin\na.txt,Agency\n", encoding="utf-8")
    (sources.parent / "a.txt").write_text("It rained.", encoding="utf-8")
    assert read_inputs(sources.parent, 100).notes == (SourceNote("a.txt", "Agency"),)


def test_an_empty_first_line_is_not_the_end(sources: Path) -> None:
    sources.write_bytes(b"\npath\na.txt\n")
    with pytest.raises(Stop, match="empty first line"):
        read_notes(sources.parent)


NEW = SourceNote("b.txt", "", 'The "Paper", Tarn', "2021", "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b'path,origin,publisher,published,url\nb.txt,,"The ""Paper"", Tarn",2021,\n'),
        (b"\xef\xbb\xbf", b'\xef\xbb\xbfpath,origin,publisher,published,url\nb.txt,,"The ""Paper"", Tarn",2021,\n'),
        (
            b"\xef\xbb\xbfpath,publisher,published\r\na.txt,,\r\n",
            b'\xef\xbb\xbfpath,publisher,published\r\na.txt,,\r\nb.txt,"The ""Paper"", Tarn",2021\r\n',
        ),
        (
            b"path,publisher\n'a'.txt ,\"x\"",
            b'path,publisher,published\n\'a\'.txt ,"x"\nb.txt,"The ""Paper"", Tarn",2021\n',
        ),
        (b'"path"\n"a\nb.txt"\n\n', b'"path",publisher,published\n"a\nb.txt"\n\nb.txt,"The ""Paper"", Tarn",2021\n'),
        (b"path\rx.txt\r", b'path,publisher,published\rx.txt\rb.txt,"The ""Paper"", Tarn",2021\r'),
        (b"published, path ,publisher\n,,\n", b'published, path ,publisher\n,,\n2021,b.txt,"The ""Paper"", Tarn"\n'),
    ],
    ids=["none", "only a mark", "from a spreadsheet", "no last line end", "quoted", "old line ends", "another order"],
)
def test_a_further_row(sources: Path, before: bytes, after: bytes) -> None:
    sources.write_bytes(before)
    known = read_notes(sources.parent)
    assert with_notes(before, [NEW]) == after
    sources.write_bytes(after)
    assert read_notes(sources.parent) == (*known, NEW)


cell = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


@given(
    st.lists(st.builds(SourceNote, cell, cell, cell, st.just("2021"), cell), max_size=3),
    cell,
    st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_was_there_stays(notes: list[SourceNote], name: str, ending: str) -> None:
    before = with_notes(f"path,origin{ending}".encode(), notes)
    added = SourceNote(name or "x", publisher="P")
    after = with_notes(before, [added])
    rows = list(csv.DictReader(io.StringIO(after.decode(), newline=""), restval=""))
    assert [SourceNote(**row) for row in rows[-1:]] == [added]
    body = before.removeprefix(before.splitlines(keepends=True)[0])
    assert body in after
