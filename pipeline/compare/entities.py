"""The entities that a claim is about: those it names, those it points at, and what they do in it."""

import re
from collections import Counter

from pipeline.compare.reference import refers_to
from pipeline.records import Block, BlockKind, Mention, Span, Statement, TaggedArticle

DOMINANT = 2  # times: the second country is named at least so much more often than the third
LOCATING = 30  # characters before a place in which its preposition stands

_BOTH = re.compile(
    r"""\b(?:both|the\ two|these\ two)
    \ (?:nations|countries|sides|powers|superpowers|governments|parties|states|capitals)\b
    |\beach\ (?:country|side|nation)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WHERE = frozenset({"GPE", "LOC", "FAC"})
_LOCATES = re.compile(r"\b(?:in|at|near|off|outside|inside|around|across|throughout) (?:the )?$", re.IGNORECASE)


def _pair_of_nations(tagged: TaggedArticle) -> tuple[str, ...]:
    """The two countries an article is about, if the rest are named far less; what "both nations" means in it."""
    named = Counter(m.entity_id for m in tagged.mentions if m.type == "GPE").most_common(3)
    pair, third = named[:2], sum(count for _, count in named[2:])
    dominant = len(pair) > 1 and pair[1][1] >= max(2, DOMINANT * third)
    return tuple(entity for entity, _ in pair) if dominant else ()


class Cast:
    """What one article names. Every result is a sorted tuple of entity ids."""

    def __init__(self, tagged: TaggedArticle) -> None:
        self._tagged = tagged
        self._text = tagged.clean.article.text
        self._nations = _pair_of_nations(tagged)
        self._names = {self._text[m.start : m.end]: m.entity_id for m in tagged.mentions}
        self._types = {m.entity_id: m.type for m in tagged.mentions}

    def of(self, statement: Statement, block: Block) -> tuple[str, ...]:
        """All that a statement of `block` is about."""
        spans = [Span(statement.start, statement.end), *filter(None, (block.lead,))]
        if block.kind is BlockKind.TABLE_ROW:
            spans.append(Span(block.start, block.end))
        ids = {mention.entity_id for span in spans for mention in self._inside(span)}
        if _BOTH.search(self._text[statement.start : statement.end]):
            ids.update(self._nations)
        return tuple(sorted(ids | self._named_in(statement.antecedent) | refers_to(self._tagged, statement)[0]))

    def types(self, entity_ids: tuple[str, ...]) -> tuple[str, ...]:
        """The type of each entity, in the given order."""
        return tuple(self._types[entity] for entity in entity_ids)

    def subjects(self, statement: Statement, entity_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `entity_ids` that the statement's subject names."""
        return tuple(sorted(self._named_in(statement.antecedent or statement.subject) & set(entity_ids)))

    def places(self, statement: Statement) -> tuple[str, ...]:
        """Those that say where: "in Prague", "off Malta"."""
        inside = (m for m in self._inside(Span(statement.start, statement.end)) if m.type in _WHERE)
        return tuple(sorted({m.entity_id for m in inside if self._locates(m)}))

    def _inside(self, span: Span) -> list[Mention]:
        return [m for m in self._tagged.mentions if span.start <= m.start and m.end <= span.end]

    def _locates(self, place: Mention) -> bool:
        return bool(_LOCATES.search(self._text[max(0, place.start - LOCATING) : place.start]))

    def _named_in(self, words: str) -> set[str]:
        """The entities whose names stand in words that are no span of the text: an antecedent, a subject."""
        near = ((name, entity) for name, entity in self._names.items() if name in words)
        return {entity for name, entity in near if re.search(rf"\b{re.escape(name)}(?!\w)", words)}
