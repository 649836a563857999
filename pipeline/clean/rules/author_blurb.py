"""Author blurbs and bios: who the author is, under a heading of their own or as the article's last words."""

import re
from collections.abc import Iterator

from pipeline.clean.bios import DEEP_TAIL, LONGEST, NAMED, TAIL, is_authors, is_bio, is_framed
from pipeline.clean.collection import site_of
from pipeline.clean.phrases import phrases
from pipeline.clean.rule import Page, Rule
from pipeline.clean.speech import is_reported
from pipeline.records import Block, BlockKind, Region, Span

MOST_BLOCKS = 8  # from a heading to the end of the article, where all that stands below it is blurb

_HEADING = re.compile(rf"{phrases('author_blurb', 'heading')}[\s:]*")
_NOTE = re.compile(
    r"{trade}(?: and {trade})?,? {where}\b".format(
        trade=phrases("author_blurb", "trade"), where=phrases("author_blurb", "where")
    )
)
_TAIL_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BYLINE})


def _is_heading(page: Page, block: Block) -> bool:
    kinds = {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BYLINE}
    return block.kind in kinds and bool(_HEADING.fullmatch(page.words(block)))


def _is_bio(page: Page, block: Block) -> bool:
    words = page.words(block)
    noted = block.kind is BlockKind.LIST_ITEM and not block.lead and _NOTE.match(words) and not is_reported(words)
    return bool(noted) or is_bio(words, page.article.metadata.author)


def _under(page: Page, heading: int) -> Iterator[Block]:
    """What belongs to the heading: at the end of the article all that is short, elsewhere a name and a bio."""
    following = page.blocks[heading + 1 :]
    last = len(following) <= min(heading, MOST_BLOCKS)
    for block in following:
        words = page.words(block)
        named = block is following[0] and NAMED.fullmatch(words)
        told = block.kind is not BlockKind.HEADING and len(words.split()) <= LONGEST
        if not (named or (told and (last or _is_bio(page, block)))):
            return
        yield block


def _ends_with(page: Page) -> Iterator[Block]:
    """The bios without a heading."""
    author, frames = page.article.metadata.author, page.others.bios.get(site_of(page.article), frozenset())
    for block in page.blocks[-TAIL:]:
        if block.kind in _TAIL_KINDS and _is_bio(page, block):
            yield block
    # What names them in the first half is their byline.
    for block in page.blocks[max(1, len(page.blocks) // 2, len(page.blocks) - DEEP_TAIL) :]:
        words = page.words(block)
        if block.kind in _TAIL_KINDS and (is_authors(words, author) or is_framed(words, frames)):
            yield block


def find_author_blurbs(page: Page) -> Iterator[Block | Span]:
    """It tells who wrote the article, not what the article says."""
    found = {block.start for block in _ends_with(page)}
    for i, block in enumerate(page.blocks):
        if titled := _is_heading(page, block):
            found |= {below.start for below in _under(page, i)}
        if titled or block.start in found or block.region is Region.AUTHOR:
            yield block


RULE = Rule("author_blurb", find_author_blurbs)
