"""Captions and picture credits."""

import re
from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Span

_CREDIT = re.compile(r"\(?(?:photo(?:graph)?|image|picture|credit|source|foto|crédit)(?: (?:by|credit|courtesy of))?: ?[^.]{2,80}\.?\)?|getty images.{0,40}", re.IGNORECASE)


def find_captions(page: Page) -> Iterator[Block | Span]:
    """The caption or credit of a picture."""
    for block in page.blocks:
        if block.kind is BlockKind.CAPTION or (block.kind is BlockKind.PARAGRAPH and _CREDIT.fullmatch(page.words(block))):
            yield block


RULE = Rule("caption", find_captions)
