"""Share bars: the row of links to send the article on."""

import re
from collections.abc import Iterator
from itertools import groupby

from pipeline.clean.phrases import phrases
from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, Region, Span

_NETWORK = (
    r"(?:facebook|messenger|instagram|twitter|linkedin|whatsapp|telegram|reddit|mail|pinterest|bluesky|mastodon|threads"
    r"|flipboard|pocket|tumblr)"
)
_PLACE = rf"(?:{_NETWORK}|{phrases('share', 'place')})"
_BETWEEN = r"[\s|,·•/]"
_PLACES = re.compile(rf"{_PLACE}(?:{_BETWEEN}+{_PLACE})*", re.IGNORECASE)
_ACT = phrases("share", "act")
_SHARE = re.compile(
    rf"(?:{_ACT}(?:\s+{phrases('share', 'on')}\s+{_PLACE})?|{phrases('share', 'on')}\s+{_PLACE}\s+{_ACT})\s?:?"
    rf"(?:{_BETWEEN}*\b(?:{_PLACE}|{_ACT})\b)*",
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
