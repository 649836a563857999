"""Kinds: "the treaty" is the nearest treaty before it in the paragraph, else the one that the article is about.

And "it", where no such noun stands beside it, is the one treaty or event named before it in the paragraph. A body or a
company acts and is rarely acted on: "it" for one is the antecedent of the statement, where the grammar tells.
"""

import re
from collections.abc import Iterator

from pipeline.records import Mention, Statement, TaggedArticle
from pipeline.tag.pointing.places import before, inside, own_spans, subject_of

_NOUNS = {
    "LAW": "treaty agreement accord pact deal convention protocol",
    "EVENT": "war crisis conflict summit blockade standoff confrontation",
}
_KIND_OF = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
_DEFINITE = re.compile(rf"\b(?:the|that|this|its) ({'|'.join(_KIND_OF)})(?:[’']s)?\b(?! of\b)", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|its)\b", re.IGNORECASE)


def point_at_kinds(tagged: TaggedArticle) -> Iterator[Mention]:
    """What each statement's "the treaty" or "it" means; without an id where it means one that cannot be told."""
    for statement in tagged.statements:
        named = {m.type for m in inside(tagged.mentions, own_spans(statement))}
        pointed = list(_nouns(tagged, statement, named))
        yield from pointed
        if not any(m.entity_id for m in pointed) and not named & _NOUNS.keys():
            yield from _pronouns(tagged, statement)


def _nouns(tagged: TaggedArticle, statement: Statement, named: set[str]) -> Iterator[Mention]:
    for span in own_spans(statement):
        for match in _DEFINITE.finditer(tagged.clean.article.text, span.start, span.end):
            kind = _KIND_OF[match[1].lower()]
            if kind not in named:
                nearest = next((m.entity_id for m in before(tagged, statement) if m.type == kind), "")
                anywhere = [m for m in tagged.mentions if m.type == kind]
                yield Mention(match.start(), match.end(), kind, nearest or subject_of(tagged, anywhere))


def _pronouns(tagged: TaggedArticle, statement: Statement) -> Iterator[Mention]:
    meant = {m.entity_id: m.type for m in before(tagged, statement) if m.type in _NOUNS}
    entity, kind = next(iter(meant.items())) if len(meant) == 1 else ("", "")
    for span in own_spans(statement):
        if match := _PRONOUN.search(tagged.clean.article.text, span.start, span.end):
            yield Mention(match.start(), match.end(), kind, entity)
            return
