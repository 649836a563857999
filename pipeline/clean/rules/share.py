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


def _is_bar(page: Page, block: Block) -> bool:
    return block.region is Region.SHARE or bool(_SHARE.fullmatch(page.words(block)))


def _names_places(page: Page, block: Block) -> bool:
    # After a lead-in ("The company owns:") they are what the article is about.
    return block.lead is None and bool(_PLACES.fullmatch(page.words(block)))


def find_share_bars(page: Page) -> Iterator[Block | Span]:
    """Links to share the article."""
    for linked, group in groupby(page.blocks, key=lambda block: _is_bar(page, block) or _names_places(page, block)):
        run = list(group) if linked else []
        # One name alone may be a heading or an item of the article; in a row, or beside "Share", they are links.
        names = sum(len(re.findall(_PLACE, page.words(block), re.IGNORECASE)) for block in run)
        if names > 1 or any(_is_bar(page, block) for block in run):
            yield from run


RULE = Rule("share", find_share_bars)
