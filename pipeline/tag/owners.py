"""Owners: whose ministry it is, where that stands outside the name: "the Foreign Ministry in Moscow".

Only bodies that `aliases.csv` has under the name of their country. In "its Foreign Ministry" the country is the only
one that the sentence has named before.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from pipeline.records import Mention
from pipeline.tag.aliases import SEATS, by_alias, governments, known_entities, read_aliases
from pipeline.tag.places import Places

_PLACE_BEHIND = re.compile(r" (?:in|of) (?=[A-Z])")
_OWNER = re.compile(r"(?P<owner>[A-Z][\w.]*(?: [A-Z][\w.]*)?)[’']s? $|\b(?P<its>[Ii]ts) $")
FARTHEST = 1_000  # characters from a country to "its", in an endless sentence
LONGEST_OWNER = 30  # characters: "United Kingdom’s "


@cache
def _names_of_countries() -> dict[str, tuple[str, ...]]:
    """Country -> its names and adjectives, which stand before the names of its bodies: "Russian"."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_aliases():
        if row.type == "GPE" and row.kind not in SEATS:
            found[row.entity_id].append(row.alias)
    return {country: tuple(names) for country, names in found.items()}


def _body_of(country: str, words: str) -> str:
    """The id of the body that a country has under that name, or ""."""
    known = (by_alias().get(f"{name} {words}") for name in _names_of_countries().get(country, ()))
    return next((alias.entity_id for alias in known if alias and alias.type == "ORG"), "")


def _country(words: str) -> str:
    """The country that a name, or the name of its capital, stands for, or ""."""
    seat, known = governments().get(words), by_alias().get(words)
    if seat and not seat.ambiguous:
        return seat.entity_id
    return known.entity_id if known and known.type == "GPE" else ""


def _named_before(doc: Doc, text: str, body: Mention, named: Places[Mention]) -> str:
    """The only country that is named in a sentence before a body, or ""."""
    span = doc.char_span(body.start, body.end)
    begin = max(span.sent.start_char, body.start - FARTHEST) if span else body.start
    places = [m for m in named.shared_with(begin, body.start) if m.type == "GPE" and m.start >= begin]
    countries = {_country(text[m.start : m.end]) for m in places}
    return countries.pop() if len(countries) == 1 else ""


def _owner(doc: Doc, text: str, body: Mention, named: Places[Mention]) -> str:
    """The country that a body belongs to by the words next to it, or ""."""
    if behind := _PLACE_BEHIND.match(text, body.end):
        at = behind.end()
        place = next((m for m in named.shared_with(at, at + 1) if m.start == at), None)
        return _country(text[place.start : place.end]) if place else ""
    before = _OWNER.search(text, max(body.start - LONGEST_OWNER, 0), body.start)
    if before is None:
        return ""
    return _named_before(doc, text, body, named) if before["its"] else _country(before["owner"])


def with_owners(doc: Doc, found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of a block, those of a country's bodies with the id that the table has for them."""
    text, named = doc.text, Places(found)
    for mention in found:
        unknown = mention.type == "ORG" and mention.entity_id not in known_entities()
        owner = _owner(doc, text, mention, named) if unknown else ""
        body = _body_of(owner, text[mention.start : mention.end]) if owner else ""
        yield replace(mention, entity_id=body) if body else mention
