"""Bylines, datelines, and who signs an article at its head or foot: who and when, which `articles.csv` holds."""

import re
from collections.abc import Iterator

from pipeline.clean.phrases import phrases
from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Region, Span

ENDS = 4  # blocks from the title and from the end, where an article is signed

_SMALL = r"[a-zäöüß]{2,6}"
_INITIALS = re.compile(rf"\({_SMALL}(?: ?[/,;] ?(?:{_SMALL}|[A-Z]{{2,5}}))*\)")  # "(je)", "(mau/dpa)"
_PART = r"[A-ZÀ-Þ][\w.’'-]*"
_NAME = rf"{_PART}(?: (?:(?:al|da|de|del|den|der|di|dos|la|le|van|von|zu) ){{0,2}}{_PART}){{1,3}}"
_NAMES = rf"{_NAME}(?:(?:, (?:and )?| (?:and|&|und|y|e|et) | ?/ ?){_NAME}){{0,4}}"
_ROLE = rf"(?:{phrases('byline', 'role')}|{phrases('caption', 'picture')})"
_CREDIT = rf"(?:{phrases('byline', 'by')}:?|{_ROLE} ?:) {_NAMES}(?: in {_PART})?"
# Several, in brackets or not: Reporting by Jane Doe in Geneva; Editing by Bo Li
_CREDITS = re.compile(rf"\(?{_CREDIT}(?: ?[,;|/·–.] ?{_CREDIT}){{0,4}}\.?\)?")


def _is_authors(words: str, author: str) -> bool:
    """Whether a line is the name of one of the authors and nothing else."""
    return words.casefold() in {name.strip().casefold() for name in author.split(";")}


def _is_signature(page: Page, block: Block) -> bool:
    words = page.words(block)
    return bool(_CREDITS.fullmatch(words)) or _is_authors(words, page.article.metadata.author)


def find_bylines(page: Page) -> Iterator[Block | Span]:
    """It names the author or the date of the article, which stand in articles.csv."""
    own = [block.start for block in page.blocks if block.region is not Region.TITLE]
    tail, ends = own[-ENDS:], {*own[:ENDS], *own[-ENDS:]}
    for block in page.blocks:
        is_line = block.kind is BlockKind.PARAGRAPH
        signed = is_line and block.start in ends and _is_signature(page, block)
        initialled = is_line and block.start in tail and _INITIALS.fullmatch(page.words(block))
        if signed or initialled or block.kind is BlockKind.BYLINE:
            yield block


RULE = Rule("byline", find_bylines)
