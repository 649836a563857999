"""Recurring names: what an article names once is a name wherever the article says it again.

The language model decides anew in each sentence, and misses "Serapha" where a sentence starts with it. The surnames of
those that the article names in full are found here too.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Token

from pipeline.records import Mention
from pipeline.tag.aliases import by_alias, known_entities
from pipeline.tag.names import TITLES, Names, key_of

def names_of(docs: Sequence[Doc], found: Sequence[Sequence[Mention]]) -> Names:
    """The names of an article that no table has, with the surnames of its people."""
    names: dict[str, tuple[str, str]] = {}
    for doc, mentions in zip(docs, found, strict=True):
        for mention in mentions:
            words = doc.text[mention.start : mention.end]
            if mention.entity_id in known_entities():
                continue
            names.setdefault(words, (mention.type, mention.entity_id))
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
    for match in pattern.finditer(doc.text) if pattern else ():
        span = doc.char_span(*match.span())
        if span is None or any(m.start < match.end() and match.start() < m.end for m in found):
            continue
        explained = span[0].is_sent_start and len(span) == 1 and span[0].lower_ in plain
        if not explained and not _is_part_of_another(doc, span[0], span[-1]):
            yield Mention(*match.span(), *names[match[0]])
