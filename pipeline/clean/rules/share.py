"""Share bars: the row of links to send the article on."""

import re
from collections.abc import Iterator
from itertools import groupby

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, Region, Span

_PLACE = (
    r"(?:facebook|messenger|instagram|twitter|x|linkedin|whatsapp|telegram|reddit|e-?mail|mail|print|save"
    r"|copy link|link|pinterest|bluesky|mastodon|threads|flipboard|pocket|tumblr|xing|drucken|imprimir|imprimer)"
)
_BETWEEN = r"[\s|,·•/]"
_PLACES = re.compile(rf"{_PLACE}(?:{_BETWEEN}+{_PLACE})*", re.IGNORECASE)
_SHARE = re.compile(
    r"(?:share|tweet|compartilh(?:ar|e)|compartir|comparte|partager|partagez|teilen)"
    r"(?: (?:this|the|it|este|esta|cet|cette|diesen|den))?"
    r"(?: (?:article|story|post|page|artigo|artículo|artikel|beitrag))?"
    rf"(?: with (?:a friend|friends|others))?(?: (?:on|via|by|to|no|na|en|sur|per|auf) {_PLACE})?:?"
    rf"(?:{_BETWEEN}*\b(?:{_PLACE}|share|tweet)\b)*",
    re.IGNORECASE,
)


def _names_places(page: Page, block: Block) -> bool:
    # After a lead-in ("The company owns:") they are what the article is about.
    return block.lead is None and bool(_PLACES.fullmatch(page.words(block)))


def find_share_bars(page: Page) -> Iterator[Block | Span]:
    """Links to share the article."""
    bars = {block for block in page.blocks if block.region is Region.SHARE or _SHARE.fullmatch(page.words(block))}
    for linked, group in groupby(page.blocks, key=lambda block: block in bars or _names_places(page, block)):
        run = list(group)
        # One name alone may be a heading or an item of the article; in a row, or beside "Share", they are links.
        names = sum(len(re.findall(_PLACE, page.words(block), re.IGNORECASE)) for block in run) if linked else 0
        if linked and (names > 1 or not bars.isdisjoint(run)):
            yield from run


RULE = Rule("share", find_share_bars)
