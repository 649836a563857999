"""Bylines and datelines: who and when, which `articles.csv` holds."""

from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Span


def find_bylines(page: Page) -> Iterator[Block | Span]:
    """It names the author or the date of the article, which stand in articles.csv."""
    yield from (block for block in page.blocks if block.kind is BlockKind.BYLINE)


RULE = Rule("byline", find_bylines)
