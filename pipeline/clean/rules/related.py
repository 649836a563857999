"""Links to other articles: "Read more", "Read also: ...", "Related stories" and what stands under it."""

import re
from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Region, Span

LONGEST_LINK = 30  # words

_HEADING = re.compile(
    r"(?:related|recommended|more)(?: (?:articles?|stories|posts?|content|reading|news|topics|links|coverage|from .{1,40}|on this(?: topic)?))?"
    r"|(?:you (?:may|might) (?:also )?(?:like|be interested in)|read (?:also|next|more)|further reading|see also|up next|trending(?: now)?|most (?:read|popular)|latest (?:news|stories))"
    r"|(?:leia (?:mais|também)|veja também|artigos relacionados|lea también|artículos relacionados|lire aussi|articles liés|lesen sie auch|mehr zum thema)",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:(?:read|see|watch|listen)(?: also| more| next| further)\b(?::| content| about| on| here|\.{0,3}$| →| »| \()"
    r"|(?:related|recommended|more on this|also read|don[’']t miss|leia (?:mais|também)|lire aussi|mehr zum thema|lea también): ?"
    r"|continue reading\b|(?:click|tap) (?:here )?to read)",
    re.IGNORECASE,
)


def find_related(page: Page) -> Iterator[Block | Span]:
    """It leads to other articles."""
    below = False
    for block in page.blocks:
        words = page.words(block)
        if block.kind is BlockKind.HEADING or (block.kind is BlockKind.PARAGRAPH and words.endswith(":")):
            below = bool(_HEADING.fullmatch(words.rstrip(" :")))
        elif block.kind is not BlockKind.LIST_ITEM and not (below and len(words.split()) <= LONGEST_LINK and not words.endswith(".")):
            below = False
        link = len(words.split()) <= LONGEST_LINK and _LINK.match(words)
        if below or link or block.region is Region.RELATED:
            yield block


RULE = Rule("related", find_related)
