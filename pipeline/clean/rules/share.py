"""Share bars: the row of links to send the article on."""

import re
from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, Region, Span

_NETWORK = r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|e-?mail|print|copy link|pinterest|bluesky|mastodon|threads)"
_SHARE = re.compile(
    rf"(?:share|tweet|send|e-?mail|print|compartilh\w+|compartir|partager|teilen)(?: (?:this|it|the|on|via|by|with)\b[^.]{{0,40}})?:?"
    rf"(?:[\s|,·•/]*{_NETWORK}\b)*"
    rf"|{_NETWORK}(?:[\s|,·•/]+{_NETWORK}\b)+",
    re.IGNORECASE,
)


def find_share_bars(page: Page) -> Iterator[Block | Span]:
    """Links to share the article."""
    for block in page.blocks:
        if block.region is Region.SHARE or _SHARE.fullmatch(page.words(block)):
            yield block


RULE = Rule("share", find_share_bars)
