"""Recurring names: what an article names once is a name wherever the article says it again.

The language model decides anew in each sentence, and misses "Serapha" where a sentence starts with it. The surnames of
those that the article names in full are found here too, and the acronyms that it introduces.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Token

from pipeline.records import Mention
from pipeline.tag.acronyms import introduced
from pipeline.tag.aliases import by_alias, known_entities
from pipeline.tag.heads import TEAMS
from pipeline.tag.merging.keys import key_of, without_legal_ending
from pipeline.tag.names import TITLES, Names
from pipeline.tag.places import Places


def _short_names(body: str) -> Iterator[str]:
    """What a body is called as well: a company without its legal form, "Tallis Rovers" by its last word."""
    short = without_legal_ending(body)
    last = body.rpartition(" ")[2]
    yield from (name for name in (short, last) if name not in by_alias() and (name == short or last.lower() in TEAMS))


def names_of(docs: Sequence[Doc], found: Sequence[Sequence[Mention]]) -> Names:
    """The names of an article that no table has, with the surnames of its people and the short names of its bodies."""
    names: dict[str, tuple[str, str]] = {}
    for doc, mentions in zip(docs, found, strict=True):
        text = doc.text
        for mention in mentions:
            words = text[mention.start : mention.end]
            if mention.entity_id in known_entities():
                continue
            names.setdefault(words, (mention.type, mention.entity_id))
            for short in _short_names(words) if mention.type == "ORG" else ():
                names.setdefault(short, (mention.type, key_of(short)))
            surname = words.rpartition(" ")[2]
            if mention.type == "PERSON" and len(surname) > 1 and surname not in by_alias():
                names.setdefault(surname, ("PERSON", key_of(surname)))
    return names


def _is_part_of_another(doc: Doc, first: Token, last: Token) -> bool:
    """Whether the words next to a name make it another one: "Mira Sallow" is not the Sallow named before."""
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    before = doc[first.i - 1] if first.i else None
    beyond = after is not None and after.pos_ == "PROPN" and after.text[0].isupper()
    return beyond or (
        before is not None and before.pos_ == "PROPN" and before.text[0].isupper() and before.lower_ not in TITLES
    )


def find_again(
    doc: Doc, found: Sequence[Mention], names: Names, pattern: re.Pattern[str] | None, plain: Collection[str]
) -> Iterator[Mention]:
    """The mentions of a doc, and behind them what else in it is one of `names`, which `pattern` finds."""
    yield from found
    taken = Places(found)
    for match in pattern.finditer(doc.text) if pattern else ():
        span = doc.char_span(*match.span())
        if span is None or taken.shared_with(*match.span()):
            continue
        explained = span[0].is_sent_start and len(span) == 1 and span[0].lower_ in plain
        if not explained and not _is_part_of_another(doc, span[0], span[-1]):
            yield Mention(*match.span(), *names[match[0]])


def introduced_names(docs: Sequence[Doc], found: Sequence[Sequence[Mention]]) -> Names:
    """The names that an article introduces with an acronym, and these acronyms, also in the plural: "PACs"."""
    names: dict[str, tuple[str, str]] = {}
    for doc, mentions in zip(docs, found, strict=True):
        for new in introduced(doc, mentions):
            same = new.type, new.entity_id
            names |= {new.long: same, new.short: same, f"{new.short}s": same}
    return names


def with_introduced(doc: Doc, found: Sequence[Mention], names: Names, pattern: re.Pattern[str] | None) -> list[Mention]:
    """The mentions of a block, with the introduced names, which `pattern` finds, in the place of what they overlap.

    A longer name keeps its own: "Parliamentary Assembly of the OSCE". A country inside an introduced name stays.
    """
    if pattern is None:
        return list(found)
    said = [Mention(*match.span(), *names[match[0]]) for match in pattern.finditer(doc.text)]
    taken = Places(found)
    own = [new for new in said if not any(_inside(new, m) for m in taken.shared_with(new.start, new.end))]
    places = Places(own)
    by_own = [(m, places.shared_with(m.start, m.end)) for m in found]
    kept = [m for m, over in by_own if not over]
    nested = [m for m, over in by_own if m.type == "GPE" and any(_inside(m, new) for new in over)]
    return sorted([*kept, *own, *nested], key=lambda m: (m.start, -m.end))


def _inside(mention: Mention, longer: Mention) -> bool:
    fits = longer.start <= mention.start and mention.end <= longer.end
    return fits and mention.end - mention.start < longer.end - longer.start
