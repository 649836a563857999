"""Links to other articles: "Read more", "Read also: ...", "Related stories" and what stands under it."""

import re
from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Region, Span

LONGEST_LINK = 30  # words

_THING = (
    r"(?:articles?|stories|posts?|content|reading|news|topics|links|coverage|from .{1,40}|on this(?: (?:topic|story))?)"
)
_HEADING = re.compile(
    rf"(?:related|recommended|more)(?: {_THING})?|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|read (?:also|next|more)(?: content)?|also read|further reading|see also|up next|trending(?: now)?"
    r"|most (?:read|popular)|(?:latest|top) (?:news|stories)|more to read|what to read next"
    r"|leia (?:mais|também)|veja também|(?:artigos|notícias) relacionad[oa]s|mais lidas"
    r"|lea también|le puede interesar|(?:artículos|noticias) relacionad[oa]s|lo más leído"
    r"|(?:à )?lire aussi|articles (?:liés|similaires)|sur le même sujet|lesen sie auch"
    r"|mehr zum thema|das könnte sie auch interessieren",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:read|see|watch|listen)(?: also| more| next| further)(?::| content\b| about\b| here\b|\W*$| [→»(])"
    r"|(?:related|also read|more on this|don[’']t miss|leia (?:mais|também)|veja também|(?:à )?lire aussi"
    r"|mehr zum thema|lesen sie auch|lea también) ?:"
    r"|recommended ?:(?!.*\.$)|continue reading(?=\W*$|:| (?:here|below|the|this|on|our|at)\b)"
    r"|(?:click|tap) (?:here )?to read\b",
    re.IGNORECASE | re.DOTALL,
)


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
            below = bool(_HEADING.fullmatch(words.rstrip(" :")))
        elif block.kind is not BlockKind.LIST_ITEM:
            below = below and short and not _is_told(words)
        if below or (short and _LINK.match(words)) or block.region is Region.RELATED:
            yield block


RULE = Rule("related", find_related)
