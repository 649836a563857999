import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import Reject
from pipeline.extract.from_rtf import EXTRACTOR, extract_rtf
from pipeline.records import Article, Document
from tests.blocks import show
from tests.refusing import code_of

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "rtf.toml").read_text(encoding="utf-8"))


def article_of(content: bytes) -> Article:
    return extract_rtf(Document("a.rtf", "abc", content))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["name"])
def test_blocks(case):
    article = article_of(case["rtf"].strip().encode())
    assert [show(block, article.text) for block in article.blocks] == case["blocks"]
    assert list(article.warnings) == case.get("warnings", [])


def test_properties():
    info = rb"{\info{\title The caf\'8e treaty}{\author Jane Doe}{\creatim\yr2020\mo1\dy2}}"
    article = article_of(rb"{\rtf1\mac" + info + rb"\pard Some words.\par}")
    assert (article.metadata.title, article.metadata.author) == ("The café treaty", "Jane Doe")
    assert (article.metadata.published, article.encoding) == ("", "mac_roman")


def test_bytes_behind_bin_are_no_text():
    assert article_of(rb"{\rtf1 a{\pict\bin9 }{\b0 xyz}b\par}").text == "ab"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"plain words", "broken"),
        (rb"{\rtf1 {\pict 00}\par}", "no_text"),
        (rb"{\rtf1 " + b"{" * 5000, "broken"),
    ],
)
def test_rejects(content, code):
    assert code_of(article_of, content) == code


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (rb"{\rtf1 x}", True),
        (b"\xef\xbb\xbf\r\n{\\rtf", True),
        (rb"about {\rtf1", False),
        (b"{\\r", False),
        (b"", False),
    ],
)
def test_recognises(content, expected):
    assert EXTRACTOR.recognises(content) is expected


SIGNS = [
    r"\par ", r"\pard ", r"\cell ", r"\row ", r"\trowd ", r"\intbl ", r"\trhdr ", r"\b ", r"\b0 ", r"\s1 ", r"\ilvl1 ",
    "{", "}", r"{\listtext x}", r"{\footnote y}", r"{\header z}", r"\u8212 -", r"\u-10179", r"\uc3 ", r"\'e9",
    r"\fi-1 ", r"{\*\x ", r"\bin3 ", r"{\stylesheet{\s1\sbasedon1 heading 1;}}", "word ", "\\",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=40))
def test_any_signs_give_sound_blocks_or_a_reject(signs):
    try:
        article = article_of(("{\\rtf1 " + "".join(signs) + "}").encode())
    except Reject:
        return
    for block in article.blocks:
        words = article.text[block.start : block.end]
        assert words == words.strip() != ""
