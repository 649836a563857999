"""Legal lines: copyright, terms, disclaimers, notes on where it was first printed."""

import re
from collections.abc import Iterator

from pipeline.clean.phrases import phrases
from pipeline.clean.rule import Page, Rule
from pipeline.clean.speech import is_reported
from pipeline.records import Block, BlockKind, Region, Span

LONGEST = 70  # words

_PAGE, _BESIDE = phrases("legal", "page"), phrases("legal", "beside")
_LINES = (
    "©",
    rf".{{0,80}}{phrases('legal', 'reserved')}(?!\s+(?:to|an|à|a)\b)",
    rf"{_PAGE}(?:(?:[\s|·•,/&-]|\b(?:and|und|et|y|e)\b)+(?:{_PAGE}|{_BESIDE}))*\W*$",
    phrases("legal", "line"),
)
_LINE = re.compile("|".join(_LINES), re.IGNORECASE)


def find_legal_lines(page: Page) -> Iterator[Block | Span]:
    """A copyright, licence or disclaimer line."""
    for block in page.blocks:
        words = page.words(block)
        short = len(words.split()) <= LONGEST and block.kind is not BlockKind.QUOTE
        if block.region is Region.LEGAL or (short and _LINE.match(words) and not is_reported(words)):
            yield block


RULE = Rule("legal", find_legal_lines)
