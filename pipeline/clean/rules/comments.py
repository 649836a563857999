"""Comments: what readers wrote under the article."""

import re
from collections.abc import Iterator

from pipeline.clean.phrases import phrases
from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Region, Span

# "Comment" and "Kommentar" alone stand over opinion pieces.
_HEADING = re.compile(rf"{phrases('comments', 'heading')}:?")


def find_comments(page: Page) -> Iterator[Block | Span]:
    """Readers' comments, not the article's own words."""
    told = False  # comments come after something to comment on; above it, the words are a link or a label
    level: int | None = None  # of the heading over the comments
    for block in page.blocks:
        if block.kind is BlockKind.HEADING and (level is None or block.level <= level):
            level = block.level if told and _HEADING.fullmatch(page.words(block)) else None
        told = told or block.kind is BlockKind.PARAGRAPH
        if level is not None or block.region is Region.COMMENTS:
            yield block


RULE = Rule("comments", find_comments)
