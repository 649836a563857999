"""Boilerplate: the same block at the edge of independent articles.

Reprints of one origin count once, so that a story printed in five places keeps its words. Only the first and last
blocks of an article are looked at, and never a quotation: what independent articles share in their middle is what this
project looks for.
"""

from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule, fingerprint
from pipeline.records import Block, BlockKind, Span

EDGE = 3  # blocks
FEWEST_WORDS = 4  # fewer is a heading such as "Background"
FEWEST_ORIGINS = 2
FEWEST_OF_A_LEAD = 3  # two articles that open with one sentence may have it from the same agency


def find_boilerplate(page: Page) -> Iterator[Block | Span]:
    """The same words stand at the edge of another, independent article."""
    edges = page.blocks[:EDGE] + page.blocks[max(EDGE, len(page.blocks) - EDGE) :]
    for i, block in enumerate(edges):
        words = page.words(block)
        quoted = block.kind is BlockKind.QUOTE or any(mark in words for mark in '"“”«»')
        leads = i < EDGE and i + EDGE < len(page.blocks) and words.endswith(".")
        enough = page.repeated.get(fingerprint(words), 0) >= (FEWEST_OF_A_LEAD if leads else FEWEST_ORIGINS)
        if enough and len(words.split()) >= FEWEST_WORDS and not quoted and block.kind is not BlockKind.TABLE_ROW:
            yield block


RULE = Rule("boilerplate", find_boilerplate)
