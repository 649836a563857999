"""The title once more, as a heading or a paragraph of the body."""

from collections.abc import Iterator

from pipeline.clean.fingerprint import fingerprint
from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Region, Span


def find_title_again(page: Page) -> Iterator[Block | Span]:
    """It repeats the article's title."""
    title = fingerprint(page.article.metadata.title)
    seen = not any(block.region is Region.TITLE for block in page.blocks)
    for block in page.blocks:
        if block.kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH} or not title:
            continue
        if fingerprint(page.words(block)) == title:
            if seen and block.region is not Region.TITLE:
                yield block
            seen = True


RULE = Rule("title_again", find_title_again)
