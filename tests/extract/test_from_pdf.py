import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import Reject
from pipeline.extract.from_pdf import EXTRACTOR, extract_pdf
from pipeline.records import Article, Document
from tests.blocks import show
from tests.extract.pdf.drawing import PICTURE, draw
from tests.refusing import code_of

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "pdf.toml").read_text(encoding="utf-8"))
LINE = (50, 700, 10, "plain", "Some words of an article.")


def article_of(content: bytes) -> Article:
    return extract_pdf(Document("a.pdf", "abc", content))


KNOWN = pytest.mark.xfail(reason="known failure", raises=AssertionError, strict=True)


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=case["name"], marks=[KNOWN] * case.get("known_failure", False)) for case in CASES["case"]],
)
def test_blocks(case):
    article = article_of(draw(case["pages"]))
    assert [show(block, article.text) for block in article.blocks] == case["blocks"]


@pytest.mark.parametrize(
    ("title", "expected"), [("The treaty", "The treaty"), ("treaty-final.doc", ""), ("Microsoft Word - x.doc", "")]
)
def test_properties(title, expected):
    metadata = article_of(draw([[LINE]], {"Title": title, "Author": "Jane Doe", "CreationDate": "D:20200102"})).metadata
    assert (metadata.title, metadata.author, metadata.published) == (expected, "Jane Doe", "")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"plain words", "broken"),
        (b"%PDF-1.7\n" + b"x" * 500, "broken"),
        (draw([[]]), "no_text"),
        (draw([[(50, 50, 20, 20)]]), "no_text"),
        (draw([[PICTURE]]), "scan"),
        (draw([[(50, 700, 10, "shapes", "ABAB BABA")]]), "no_letters"),
    ],
)
def test_rejects(content, code):
    assert code_of(article_of, content) == code


@pytest.mark.parametrize(
    ("pages", "warnings"),
    [
        ([[LINE], [PICTURE]], ("page_without_text",)),
        ([[LINE, PICTURE], [LINE, PICTURE]], ()),
        ([[LINE], []], ()),
    ],
)
def test_warns_of_pages_that_are_pictures(pages, warnings):
    assert article_of(draw(pages)).warnings == warnings


def test_a_page_that_is_turned_is_read_as_it_is_shown():
    lines = ["0 1 -1 0 800 0 cm", LINE, (50, 688, 10, "plain", "And more of them.")]
    article = article_of(draw([lines], page="/MediaBox [0 0 800 600] /Rotate 90"))
    assert article.text == "Some words of an article.\n\nAnd more of them."


def test_what_stands_across_the_page_is_on_its_margin():
    article = article_of(draw([[LINE, "q 0 1 -1 0 800 0 cm", (50, 780, 10, "plain", "Stamp 12"), "Q"]]))
    assert [show(block, article.text) for block in article.blocks] == [LINE[-1], "furniture: 12", "furniture: Stamp"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (draw([[LINE]]), True),
        (b"\xef\xbb\xbf\r\n%PDF-1.7", True),
        (b"A file begins with %PDF-1.7", False),
        (b"%!PS-Adobe", False),
        (b"", False),
    ],
)
def test_recognises(content, expected):
    assert EXTRACTOR.recognises(content) is expected


PLACES = st.integers(0, 800)
PIECES = st.one_of(
    st.tuples(
        PLACES,
        PLACES,
        st.sampled_from([4, 9, 10, 10, 10, 18]),
        st.sampled_from(["plain", "bold"]),
        st.sampled_from(["words", "of-", "1", "- a", "two words", "The end.", "3 of 4", "(", "lead:"]),
    ),
    st.tuples(PLACES, PLACES, st.integers(0, 300), st.integers(0, 300)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=30), min_size=1, max_size=3))
def test_anything_on_pages_gives_sound_blocks_or_a_reject(pages):
    try:
        article = article_of(draw(pages))
    except Reject:
        return
    for block in article.blocks:
        words = article.text[block.start : block.end]
        assert words == words.strip() != ""
