"""One paragraph of five hundred pieces, as a page without line breaks may have: all of it is read, at its place."""

import pytest

from pipeline.records import Block, BlockKind, KeptText
from pipeline.tag.articles import tag_text
from pipeline.tag.packages import ENGLISH_PIPELINE
from tests.refusing import code_of

PIECES = 500
# What is said so often, and what of it is a mention each time.
ENDLESS = {
    "and NATO ": ["NATO"],
    "National Fire Agency (NFA) ": ["National Fire Agency", "NFA"],
    '"Blue River" ': ["Blue River"],
    "12 and 13 or ": [],
    '" ': [],
}


@pytest.mark.parametrize("piece", ENDLESS)
def test_endless_paragraph(piece: str) -> None:
    text = piece * PIECES
    tags = tag_text(KeptText(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), ""), ENGLISH_PIPELINE)
    found = [text[mention.start : mention.end] for mention in tags.mentions]
    assert {name: found.count(name) for name in ENDLESS[piece]} == dict.fromkeys(ENDLESS[piece], PIECES)
    assert [(s.start, s.end) for s in tags.statements if not 0 <= s.start < s.end <= len(text)] == []


def test_a_paragraph_of_a_million_characters_is_refused() -> None:
    text = "rain " * 200_001
    kept = KeptText(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), "")
    assert code_of(tag_text, kept, ENGLISH_PIPELINE) == "paragraph_too_long"
