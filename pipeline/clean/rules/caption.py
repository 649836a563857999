"""Captions and picture credits."""

import re
from collections.abc import Iterator

from pipeline.clean.phrases import phrases
from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Span

_AGENCY = (
    r"(?:Getty Images|REUTERS|Reuters|AFP|AP|AP Photo|EPA|EPA-EFE|EFE|dpa|APA|KNA|epd|SDA|ANSA|Lusa|Belga|PA Media"
    r"|picture[ -]alliance|imago(?: images)?|IMAGO|Alamy|Shutterstock|Unsplash|Pixabay|iStock|Adobe Stock)"
)
_NAME = r"[A-ZÀ-Þ][\w.’'-]*"
_PICTURE, _BY, _SOURCE, _TAKEN = (phrases("caption", name) for name in ("picture", "by", "source", "taken"))
_FORMS = (
    rf"(?:{_PICTURE}(?:\s+{_BY})?|{_SOURCE})\s?: ?(?:[^.:]|\.(?=\w)){{2,100}}",
    rf"{_TAKEN} {_NAME}(?: {_NAME}){{0,4}}(?: ?[/|,–-] ?.{{2,40}}| (?:on|via|for) .{{2,30}})?",
    rf"(?:[©\w.’' -]{{2,40}} ?[/|] ?)?{_AGENCY}(?: ?[/|] ?[\w.’' -]{{2,40}})?",
)
_CREDIT = re.compile(rf"\(?(?:{'|'.join(_FORMS)})\.?\)?")


def find_captions(page: Page) -> Iterator[Block | Span]:
    """The caption or credit of a picture."""
    for block in page.blocks:
        credited = block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and _CREDIT.fullmatch(page.words(block))
        if block.kind is BlockKind.CAPTION or credited:
            yield block


RULE = Rule("caption", find_captions)
