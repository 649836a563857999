"""A number of thousands of digits, wherever a file may say one, costs nothing but itself."""

import pytest

from pipeline.extract.articles import extract_article
from pipeline.records import Document
from tests.extract import test_from_docx, test_from_odt
from tests.extract.unpack.reading import opened
from tests.refusing import code_of

LONG = "9" * 5_000
WORDS = "The keeper of the gate told the council on Monday that it had rusted."
PAGE = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {LONG}\r\n\r\n<p>{WORDS}"
CELL = f'<table-cell number-columns-repeated="{LONG}"><p>{WORDS}</p></table-cell>'


def word(body: str) -> bytes:
    return test_from_docx.packed(test_from_docx.parts_of(body))


def open_document(body: str) -> bytes:
    return test_from_odt.packed(test_from_odt.parts_of(body))


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("level.docx", word(f'<p><pPr><outlineLvl val="{LONG}"/></pPr><r><t>{WORDS}</t></r></p>')),
        ("depth.docx", word(f'<p><pPr><numPr><ilvl val="{LONG}"/></numPr></pPr><r><t>{WORDS}</t></r></p>')),
        ("level.odt", open_document(f'<h outline-level="{LONG}">{WORDS}</h>')),
        ("cells.odt", open_document(f"<table><table-row>{CELL}</table-row></table>")),
        ("span.html", f'<table><tr><td colspan="{LONG}">{WORDS}</td><td>b</td></tr></table>'.encode()),
    ],
)  # fmt: skip
def test_the_words_are_read(path: str, content: bytes) -> None:
    assert WORDS in extract_article((Document(path, "", content), None), "fast").text


def test_a_record_of_an_archive_is_refused() -> None:
    archive = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {LONG}\r\n\r\n{PAGE}".encode()
    assert code_of(opened, "a.warc", archive) == "cut_off"


def test_a_page_in_an_archive_is_read() -> None:
    head = f"WARC-Type: response\r\nWARC-Target-URI: http://quay.example/\r\nContent-Length: {len(PAGE)}"
    inside = opened("a.warc", f"WARC/1.0\r\n{head}\r\n\r\n{PAGE}".encode())
    assert [WORDS.encode() in found.content for found in inside.documents] == [True]
