"""Table headers: the row that names the columns; each row below carries it as its context."""

from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, Span


def find_table_headers(page: Page) -> Iterator[Block | Span]:
    """It names the columns of a table and says nothing itself."""
    yield from (block for block in page.blocks if block.is_header)


RULE = Rule("table_header", find_table_headers)
