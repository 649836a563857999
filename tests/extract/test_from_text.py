"""Plain text: tests/cases/text holds texts and the blocks in them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.from_text import extract_text, read_blocks
from pipeline.extract.text.line import lines_of
from pipeline.records import Block, BlockKind, Document, Span
from tests.blocks import show
from tests.refusing import code_of

CASES = Path(__file__).parents[1] / "cases" / "text"

PIECES = [
    "Topic Details",
    "Key Players Leaders play a part in it.",
    "Global Impact 🌍 Relations affect efforts.",
    "Country\tWarheads",
    "Russia\t1,549",
    "| START | 1994 |",
    "|---|---|",
    "• The hotline",
    "- a dash",
    "1. The first limits",
    "10. Oktober 1963",
    "  hanging under it",
    "The steps include:",
    "FAQ",
    "Who ended it?",
    "Q: Who pays?",
    "A: The owners.",
    "By Jane Doe",
    "3 February 2021",
    "BACKGROUND",
    "“We were eyeball to eyeball”",
    "It lasted thirteen days.",
    "The hotline was never a red telephone. It was a teletype link, and it",
    "* * *",
    "",
    "\u00a0",
    "\u200b",
    "👨‍👩‍👧",
]
LINES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=20)
TEXTS = LINES.map("\n".join)


def read_cases() -> list[Any]:
    known = pytest.mark.xfail(reason="known failure", raises=AssertionError, strict=True)
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}", marks=[known] if case.get("known_failure") else [])
        for path in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


@pytest.mark.parametrize("case", read_cases())
def test_blocks(case: dict[str, Any]) -> None:
    article = extract_text(Document("a.txt", "", case["text"].encode()))
    assert [show(block, article.text) for block in article.blocks] == case["blocks"]
    for name in ("title", "author", "published"):
        if name in case:
            assert getattr(article.metadata, name) == case[name]


def spans_in(block: Block) -> list[Span]:
    return [Span(block.start, block.end), *block.cells]


@given(TEXTS)
def test_spans_are_in_order_apart_and_trimmed(text: str) -> None:
    blocks = read_blocks(text)
    at = 0
    for block in blocks:
        assert at <= block.start < block.end <= len(text)
        at = block.end
        for span in spans_in(block):
            words = text[span.start : span.end]
            assert words
            assert words == words.strip()
            assert block.start <= span.start < span.end <= block.end


@given(TEXTS)
def test_every_letter_is_in_a_block(text: str) -> None:
    """But for what marks an item or a turn: a bullet, a number, "Q:"."""
    blocks = read_blocks(text)
    for line in lines_of(text):
        held = "".join(text[max(b.start, line.start) : min(b.end, line.end)] for b in blocks)
        assert len(held) >= len(line.text) - len("Question 99 : ") or not line.words


@given(TEXTS)
def test_leads_and_headers_stand_above(text: str) -> None:
    blocks = read_blocks(text)
    starts = {block.start for block in blocks}
    for block in blocks:
        assert not block.lead or block.kind in {BlockKind.LIST_ITEM, BlockKind.ANSWER}
        for span in (*block.headers, *([block.lead] if block.lead else [])):
            assert span.start < span.end <= block.start
        if block.kind is BlockKind.ANSWER:
            assert block.lead
            assert block.lead.start in starts


@given(LINES)
def test_lines_quote_the_text(raw: list[str]) -> None:
    text = "\n".join(raw)
    for line in lines_of(text):
        assert text[line.start : line.end] == line.text == line.text.strip()
        assert line.indent == 0 or text[line.start - line.indent : line.start].isspace()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty"), (b" \r\n\t ", "empty"), (b"1962 - 1963\n* * *\n", "no_text"), (b"It\0was close.", "binary")],
)
def test_nothing_to_read(content: bytes, code: str) -> None:
    assert code_of(extract_text, Document("a.txt", "", content)) == code


def test_a_windows_file() -> None:
    article = extract_text(
        Document("a.txt", "f00", "Der Fluß\r\n\r\nEr stieg über die Ufer und überflutete Dörfer.".encode("cp1252"))
    )
    assert (article.path, article.format, article.sha256, article.metadata.title) == (
        "a.txt",
        "text",
        "f00",
        "Der Fluß",
    )
    assert [article.text[b.start : b.end] for b in article.blocks] == [
        "Der Fluß",
        "Er stieg über die Ufer und überflutete Dörfer.",
    ]
