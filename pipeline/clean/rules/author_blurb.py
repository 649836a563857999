"""Author blurbs and bios: who the author is, under a heading of their own or as the article's last words."""

import re
from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Region, Span

LONGEST_BLURB = 120  # words; bios in the development articles have 15 to 90
TAIL = 3  # blocks from the end within which a bio without a heading may stand

_HEADING = re.compile(
    r"(?:about|meet) the (?:authors?|writers?|contributors?)|(?:the )?authors?|written by|autor(?:es|a|en|in)?"
    r"|sobre [oa] autora?|acerca del? autora?|à propos de l[’']auteur|l[’']auteur|über (?:den autor|die autorin)",
    re.IGNORECASE,
)
_TRADE = (
    r"(?:\w+[- ]){0,4}?(?:journalist|reporter|correspondent|editor|columnist|writer|contributor|author|professor|researcher"
    r"|lecturer|fellow|analyst|historian|student|graduate|photographer|blogger)"
)
_BIO = re.compile(
    rf"(?:[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|da|van|von)){{1,4}}|[Ss]?[Hh]e|They|The (?:author|writer))"
    rf" (?:is|are|was|has been|works as|has worked as) (?:an? |the |our )?{_TRADE}s?\b"
    r"(?:[^.]{0,60}\b(?:at|for|with|of|in|based|who|covering|specialis|specializ|and)\b|\.)"
)
_NOTE = re.compile(rf"(?:freelance |senior |staff )?{_TRADE}\b[^.]{{0,80}}\b(?:who|interested|passionate|covering|at)\b", re.IGNORECASE)


def _is_heading(words: str) -> bool:
    return bool(_HEADING.fullmatch(words.rstrip(" :")))


def _is_short(words: str) -> bool:
    return len(words.split()) <= LONGEST_BLURB


def find_author_blurbs(page: Page) -> Iterator[Block | Span]:
    """It tells who wrote the article, not what the article says."""
    below = False
    first_of_tail = len(page.blocks) - TAIL
    for i, block in enumerate(page.blocks):
        words = page.words(block)
        titled = _is_heading(words) and block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BYLINE}
        if titled:
            below = True
        elif block.kind is BlockKind.HEADING or not _is_short(words):
            below = False
        in_tail = i >= first_of_tail and block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BYLINE}
        bio = _BIO.match(words) or (block.kind is BlockKind.LIST_ITEM and not block.lead and _NOTE.match(words))
        if below or block.region is Region.AUTHOR or (in_tail and bio and _is_short(words)):
            yield block


RULE = Rule("author_blurb", find_author_blurbs)
