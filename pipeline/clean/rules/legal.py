"""Legal lines: copyright, terms, disclaimers, notes on where it was first printed."""

import re
from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Region, Span

LONGEST = 70  # words

_LINE = re.compile(
    r"(?:copyright\b|©|\(c\) (?:19|20)\d\d)|.{0,80}\ball rights reserved\b|(?:terms of (?:use|service)|privacy policy|cookie policy)\b.{0,60}$"
    r"|the (?:views|opinions)(?: and opinions)? expressed\b|disclaimer:?|this (?:article|story|piece|post) (?:was|is|has been|first|originally)\b.{0,40}\b(?:published|appeared|reprinted|republished|licen[sc]ed)\b"
    r"|(?:reprinted|republished) (?:with|by|from)\b|todos os direitos reservados|todos los derechos|tous droits réservés|alle rechte vorbehalten",
    re.IGNORECASE,
)


def find_legal_lines(page: Page) -> Iterator[Block | Span]:
    """A copyright, licence or disclaimer line."""
    for block in page.blocks:
        words = page.words(block)
        short = len(words.split()) <= LONGEST and block.kind is not BlockKind.QUOTE
        if block.region is Region.LEGAL or (short and _LINE.match(words)):
            yield block


RULE = Rule("legal", find_legal_lines)
