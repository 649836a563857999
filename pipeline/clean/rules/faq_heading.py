"""FAQ headings: "Frequently Asked Questions about ..."."""

from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.extract.questions import announces_questions
from pipeline.records import Block, BlockKind, Span


def find_faq_headings(page: Page) -> Iterator[Block | Span]:
    """It announces questions and answers and says nothing itself."""
    yield from (b for b in page.blocks if b.kind is BlockKind.HEADING and announces_questions(page.words(b)))


RULE = Rule("faq_heading", find_faq_headings)
