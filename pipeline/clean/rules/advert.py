"""Advertisements and the labels that announce them."""

import re
from collections.abc import Iterator

from pipeline.clean.phrases import phrases
from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, Region, Span

_LABEL = re.compile(
    rf"\W*(?:{phrases('advert', 'label')}(?:\W+{phrases('advert', 'goes')})?|{phrases('advert', 'continued')})\W*",
    re.DOTALL,
)


def find_adverts(page: Page) -> Iterator[Block | Span]:
    """Advertising, or the label of it."""
    for block in page.blocks:
        if block.region is Region.ADVERT or _LABEL.fullmatch(page.words(block)):
            yield block


RULE = Rule("advert", find_adverts)
