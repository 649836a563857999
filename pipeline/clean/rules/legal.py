"""Legal lines: copyright, terms, disclaimers, notes on where it was first printed."""

import re
from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Region, Span

LONGEST = 70  # words

_RESERVED = (
    r"all\srights\sreserved|todos\sos\sdireitos\sreservados|todos\slos\sderechos\sreservados"
    r"|tous\sdroits\sréservés|alle\srechte\svorbehalten"
)
_POLICY = (
    r"(?:terms(?:\s(?:of\s(?:use|service)|(?:and|&)\sconditions))|privacy(?:\s(?:policy|notice))?|cookie\spolicy"
    r"|imprint|impressum|datenschutz|aviso\slegal|mentions\slégales|política\sde\sprivaci(?:dade|dad))"
)
_LINES = (
    r"©|\(c\)\s(?:19|20)\d\d|copyright\s(?:©|\(c\)|(?:19|20)\d\d)",
    rf".{{0,80}}\b(?:{_RESERVED})\b",
    rf"{_POLICY}(?:(?:[\s|·•,/&-]|\band\b)+(?:{_POLICY}|contact(?:\sus)?|about(?:\sus)?|cookies))*\W*$",
    (
        r"the\s(?:views|opinions)(?:\sand\s(?:views|opinions))?\sexpressed\s"
        r"(?:here|above|are|do|belong|in\sthis|on\sthis|by\sthe\s(?:author|writer|contributor))"
    ),
    r"disclaimers?(?:\W*$|\s?:)",
    (
        r"(?:this|the)\s(?:article|story|piece|post|essay)\s(?:(?:was|is|has\sbeen|first|originally|also|previously)\s)*"
        r"(?:re-?)?(?:published|appeared|printed|licen[sc]ed)\s(?:in|on|by|at|from|under|with|here)\b"
    ),
    r"(?:reprinted|republished|reproduced)\s(?:(?:with|by)\s(?:the\s|kind\s)*permission|from|under)\b",
    (
        r"este\s(?:artigo|artículo)\s(?:foi|fue)\s(?:\w+\s)?publicado|cet\sarticle\sa\sété\s(?:\w+\s)?publié"
        r"|dieser\s(?:artikel|text)\serschien\s(?:zuerst|zunächst)"
    ),
)
_LINE = re.compile("|".join(_LINES), re.IGNORECASE)


def find_legal_lines(page: Page) -> Iterator[Block | Span]:
    """A copyright, licence or disclaimer line."""
    for block in page.blocks:
        words = page.words(block)
        short = len(words.split()) <= LONGEST and block.kind is not BlockKind.QUOTE
        if block.region is Region.LEGAL or (short and _LINE.match(words)):
            yield block


RULE = Rule("legal", find_legal_lines)
