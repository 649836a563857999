"""Books: as pandoc writes them, as EPUB 2 has them, locked and damaged."""

import io
import zipfile
from pathlib import Path

import pytest

from pipeline.errors import Reject
from pipeline.extract.articles import extract_article
from pipeline.extract.unpack.of_epub import CONTAINER
from pipeline.records import Metadata
from tests.extract.unpack.reading import contents, opened, refusals

SAMPLES = Path(__file__).parent / "samples"

# An EPUB 2 as older programs write it: table of contents and guide in files of their own, names with spaces in them.
CONTAINER_XML = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
 version="1.0"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""
OPF = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="u">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:title>Water and Stone</dc:title><dc:creator opf:role="aut">Ida Fell</dc:creator>
<dc:creator opf:role="ill">Tomas Rein</dc:creator><dc:date opf:event="publication">2019-10</dc:date>
<dc:language>en-GB</dc:language></metadata>
<manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="cover" href="cover.html" media-type="application/xhtml+xml"/>
<item id="one" href="text/one%20day.html" media-type="application/xhtml+xml"/>
<item id="two" href="text/two.html" media-type="application/xhtml+xml"/>
<item id="map" href="map.svg" media-type="image/svg+xml"/></manifest>
<spine toc="ncx"><itemref idref="cover"/><itemref idref="two"/><itemref idref="one"/><itemref idref="map"/></spine>
<guide><reference type="cover" href="cover.html"/></guide></package>"""
NCX = """<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><navMap>
<navPoint id="a"><navLabel><text>One
 day</text></navLabel><content src="text/one%20day.html#top"/>
<navPoint id="b"><navLabel><text>Its evening</text></navLabel><content src="text/one%20day.html#e"/></navPoint>
</navPoint></navMap></ncx>"""
PAGE = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Water and Stone</title></head>
<body><p>The river was low on 3 May.</p></body></html>"""
FILES = {
    "META-INF/container.xml": CONTAINER_XML,
    "OPS/book.opf": OPF,
    "OPS/toc.ncx": NCX,
    "OPS/cover.html": PAGE,
    "OPS/text/one day.html": PAGE,
    "OPS/text/two.html": PAGE.replace("low", "high"),
    "OPS/map.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}


def book(files: dict[str, str | None] | None = None) -> bytes:
    """An EPUB of `FILES`, with `files` in the place of some; None takes one out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, text in (FILES | (files or {})).items():
            if text is not None:
                archive.writestr(name, text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def test_what_pandoc_wrote() -> None:
    inside = opened("letters.epub", (SAMPLES / "letters.epub").read_bytes())
    articles = [extract_article((found, None)) for found in inside.documents]
    assert [(a.path, a.format, a.metadata) for a in articles] == [
        (
            f"letters.epub#EPUB/text/{name}.xhtml",
            "html",
            Metadata(title, "Ida Fell; Tomas Rein", "Quay Lantern Press", "2022-05-14", "", "en"),
        )
        for name, title in (("ch001", "The night of the dyke"), ("ch002", "The year after"))
    ]
    assert "over a length of 40 metres" in articles[0].text
    assert refusals(inside) == {"letters.epub#EPUB/text/title_page.xhtml": "not_an_article"}


def test_an_older_book() -> None:
    inside = opened("a.epub", book())
    assert list(contents(inside)) == ["a.epub#OPS/text/two.html", "a.epub#OPS/text/one day.html"]  # as in the spine
    two, one = inside.documents
    assert (two.envelope.stated.title, one.envelope.stated.title) == ("", "One day")
    assert one.envelope.assumed == Metadata("Water and Stone", "Ida Fell", "", "2019-10", "", "en")
    assert refusals(inside) == {"a.epub#OPS/cover.html": "not_an_article", "a.epub#OPS/map.svg": "not_an_article"}
    assert "the cover" in inside.rejects[0].message


def test_a_page_says_what_it_is() -> None:
    body = '<body class="x" epub:type="frontmatter copyright-page">'
    inside = opened("a.epub", book({"OPS/text/two.html": PAGE.replace("<body>", body)}))
    assert refusals(inside)["a.epub#OPS/text/two.html"] == "not_an_article"
    kept = opened("a.epub", book({"OPS/text/two.html": PAGE.replace("<body>", '<body epub:type="bodymatter">')}))
    assert "a.epub#OPS/text/two.html" in contents(kept)


def test_a_chapter_that_is_not_there_costs_itself() -> None:
    inside = opened("a.epub", book({"OPS/text/two.html": None}))
    assert refusals(inside)["a.epub#OPS/text/two.html"] == "missing"
    assert list(contents(inside)) == ["a.epub#OPS/text/one day.html"]


def test_a_chapter_that_is_in_the_spine_twice_is_read_once() -> None:
    again = '<itemref idref="one"/><itemref idref="one"/>'
    inside = opened("a.epub", book({"OPS/book.opf": OPF.replace('<itemref idref="one"/>', again)}))
    assert list(contents(inside)).count("a.epub#OPS/text/one day.html") == 1
    assert len(inside.rejects) == 2


LOCKED = '<encryption><CipherReference URI="OPS/text/two.html"/></encryption>'
FONT = '<encryption><CipherReference URI="OPS/fonts/a.otf"/></encryption>'
ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


def test_a_page_that_is_in_no_order_is_not_lost_unseen() -> None:
    inside = opened("a.epub", book({"OPS/book.opf": OPF.replace('<itemref idref="two"/>', "")}))
    assert list(contents(inside)) == ["a.epub#OPS/text/one day.html"]
    assert refusals(inside)["a.epub#OPS/text/two.html"] == "not_an_article"


def test_a_part_that_is_there_twice() -> None:
    out = io.BytesIO(book())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("OPS/text/two.html", PAGE)
    with pytest.raises(Reject) as caught:
        opened("a.epub", out.getvalue())
    assert caught.value.code == "cut_off"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(book({"META-INF/encryption.xml": LOCKED}), "encrypted", id="locked"),
        pytest.param(book()[:-30], "cut_off", id="cut off"),
        pytest.param(book({"META-INF/container.xml": "<container/>"}), "damaged", id="no list of contents"),
        pytest.param(book({"META-INF/container.xml": "<container"}), "damaged", id="no XML"),
        pytest.param(book({"META-INF/container.xml": None}), "missing", id="no container file"),
        pytest.param(book({"OPS/book.opf": None}), "missing", id="no OPF"),
        pytest.param(book({"OPS/book.opf": OPF.replace('idref="two"', 'idref="x"')}), "damaged", id="unlisted part"),
        pytest.param(book({"OPS/book.opf": OPF.replace("<itemref", "<x")}), "empty", id="empty spine"),
        pytest.param(book({"OPS/text/two.html": " " * 30_000_000}), "bomb", id="bomb"),
        pytest.param(book({"META-INF/encryption.xml": FONT}), "", id="near miss: a locked font"),
    ],
)
def test_a_book_that_is_refused(content: bytes, code: str) -> None:
    if not code:
        assert len(opened("a.epub", content).documents) == 2
        return
    with pytest.raises(Reject) as caught:
        opened("a.epub", content)
    assert caught.value.code == code


def test_a_damaged_chapter_is_no_article() -> None:
    """What the zip's checksum does not fit is refused with the book: nobody can tell what else is wrong."""
    content = bytearray(book())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        info = archive.getinfo("OPS/text/two.html")
    at = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
    content[at] ^= 0xFF
    with pytest.raises(Reject) as caught:
        opened("a.epub", bytes(content))
    assert caught.value.code == "cut_off"


def test_a_table_of_contents_with_errors_costs_no_chapter() -> None:
    inside = opened("a.epub", book({"OPS/toc.ncx": NCX.replace("One", "<b>Caf&eacute; One")}))
    assert len(inside.documents) == 2


def test_entities_are_not_expanded() -> None:
    opf = OPF.replace("?>", "?>" + ENTITIES, 1).replace("Water and Stone", "Water &b;&c;")
    (two, _) = opened("a.epub", book({"OPS/book.opf": opf})).documents
    assert two.envelope.assumed.title == "Water &b;&c;"


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (book()[:200], True),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", False),
        (b"PK\x03\x04" + bytes(100) + b"mimetypeapplication/epub+zip", False),
        (b"", False),
    ],
    ids=["a book", "another zip", "too far behind", "nothing"],
)
def test_recognised(head: bytes, is_one: bool) -> None:  # noqa: FBT001 - a column of the table
    assert CONTAINER.recognises(head) is is_one
