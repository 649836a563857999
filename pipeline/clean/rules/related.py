"""Links to other articles: "Read more", "Read also: ...", "Related stories" and what stands under it."""

import re
from collections.abc import Iterator

from pipeline.clean.phrases import phrases
from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Region, Span

LONGEST_LINK = 30  # words

_HEADING = re.compile(rf"{phrases('related', 'heading')}[\s:]*")
_LINK = re.compile(phrases("related", "link"), re.DOTALL)


def _is_told(words: str) -> bool:
    """Whether it ends as a sentence does; the title of an article does not."""
    return words.rstrip("”\"»’')").endswith(".")


def find_related(page: Page) -> Iterator[Block | Span]:
    """It leads to other articles."""
    below = False
    for block in page.blocks:
        words = page.words(block)
        short = len(words.split()) <= LONGEST_LINK
        if block.kind is BlockKind.HEADING or (block.kind is BlockKind.PARAGRAPH and words.endswith(":")):
            below = bool(_HEADING.fullmatch(words))
        elif block.kind is not BlockKind.LIST_ITEM:
            below = below and short and not _is_told(words)
        if below or (short and _LINK.match(words)) or block.region is Region.RELATED:
            yield block


RULE = Rule("related", find_related)
