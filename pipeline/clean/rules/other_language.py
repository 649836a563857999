"""Other languages: a quotation left in its own, or a page that says everything twice."""

from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, Span


def find_other_language(page: Page) -> Iterator[Block | Span]:
    """It is in another language than the article, which is read in its own."""
    yield from (block for block in page.blocks if block.language)


RULE = Rule("other_language", find_other_language)
