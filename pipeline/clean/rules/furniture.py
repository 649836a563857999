"""Furniture: what the page puts around the article."""

from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Span


def find_furniture(page: Page) -> Iterator[Block | Span]:
    """It surrounds the article on its page: navigation, header, footer or sidebar."""
    run: list[Block] = []
    for block in (*page.blocks, None):
        if block and block.kind is BlockKind.FURNITURE:
            run.append(block)
        elif run:  # neighbours are one row, so that removed.csv stays readable
            yield Span(run[0].start, run[-1].end)
            run = []


RULE = Rule("furniture", find_furniture)
