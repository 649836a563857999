"""A heading printed twice in a row, as sites do around a picture."""

from collections.abc import Iterator

from pipeline.clean.fingerprint import fingerprint
from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Span


def find_repeated_headings(page: Page) -> Iterator[Block | Span]:
    """The heading is printed twice; the first printing stays."""
    above = ""
    for block in page.blocks:
        words = fingerprint(page.words(block))
        if block.kind is BlockKind.HEADING and words and words == above:
            yield block
        # The same heading further down, over other text, is a section of its own.
        above = words if block.kind is BlockKind.HEADING else ""


RULE = Rule("repeated_heading", find_repeated_headings)
