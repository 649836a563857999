"""Bylines, datelines and the initials under an article: who and when, which `articles.csv` holds."""

import re
from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Span

TAIL = 4  # blocks from the end, where an article is signed

_SMALL = r"[a-zäöüß]{2,6}"
_INITIALS = re.compile(rf"\({_SMALL}(?: ?[/,;] ?(?:{_SMALL}|[A-Z]{{2,5}}))*\)")  # "(je)", "(mau/dpa)"


def find_bylines(page: Page) -> Iterator[Block | Span]:
    """It names the author or the date of the article, which stand in articles.csv."""
    tail = frozenset(page.blocks[-TAIL:])
    for block in page.blocks:
        signed = block in tail and block.kind is BlockKind.PARAGRAPH and _INITIALS.fullmatch(page.words(block))
        if signed or block.kind is BlockKind.BYLINE:
            yield block


RULE = Rule("byline", find_bylines)
