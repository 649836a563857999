"""Advertisements and the labels that announce them."""

import re
from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, Region, Span

_LABEL = re.compile(
    r"""\W*(?:
        (?:ads?|advertisements?|advertising|advertorial|promoted|paid\s(?:content|post|partnership)
          |sponsored(?:\s(?:content|post|by\s[^.!?]{2,40}))?
          |publicidade|publicidad|publicité|anzeige|werbung|reklame
          |conteúdo\spatrocinado|contenido\spatrocinado|contenu\ssponsorisé|gesponsert)
        (?:\W+(?:continue|story|article|scroll|keep|skip)\b.{0,40})?
      | (?:story|article)\scontinues\s(?:below|after)\b.{0,30}
      | continua\sapós\sa\spublicidade | la\ssuite\saprès\s(?:cette|la)\spublicité
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)


def find_adverts(page: Page) -> Iterator[Block | Span]:
    """Advertising, or the label of it."""
    for block in page.blocks:
        if block.region is Region.ADVERT or _LABEL.fullmatch(page.words(block)):
            yield block


RULE = Rule("advert", find_adverts)
