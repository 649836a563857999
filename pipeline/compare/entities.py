"""The entities that a claim is about: those it names, those it points at, and what they do in it."""

import re

from pipeline.records import Block, BlockKind, Mention, Span, Statement, TaggedArticle
from pipeline.tag.pointing.pointers import find_pointers

LOCATING = 30  # characters before a place in which its preposition stands

_WHERE = frozenset({"GPE", "LOC", "FAC"})
_LOCATES = re.compile(r"\b(?:in|at|near|off|outside|inside|around|across|throughout) (?:the )?$", re.IGNORECASE)


class Cast:
    """What one article names. Every result is a sorted tuple of entity ids."""

    def __init__(self, tagged: TaggedArticle) -> None:
        self._tagged = tagged
        self._text = tagged.clean.article.text
        self._names = {self._text[m.start : m.end]: m.entity_id for m in tagged.mentions}
        self._types = {m.entity_id: m.type for m in tagged.mentions}
        self._pointing = find_pointers(tagged)

    def of(self, statement: Statement, block: Block) -> tuple[str, ...]:
        """All that a statement of `block` is about."""
        spans = [Span(statement.start, statement.end), *filter(None, (block.lead,))]
        if block.kind is BlockKind.TABLE_ROW:
            spans.append(Span(block.start, block.end))
        ids = {mention.entity_id for span in spans for mention in self._inside(span)}
        ids |= {pointer.entity_id for pointer in self._pointers(statement) if pointer.entity_id}
        return tuple(sorted(ids | self._named_in(statement.antecedent)))

    def is_unclear(self, statement: Statement) -> bool:
        """Whether a statement says "it" or "the treaty", and which cannot be told."""
        return not all(pointer.entity_id for pointer in self._pointers(statement))

    def types(self, entity_ids: tuple[str, ...]) -> tuple[str, ...]:
        """The type of each entity, in the given order."""
        return tuple(self._types[entity] for entity in entity_ids)

    def subjects(self, statement: Statement, block: Block, entity_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `entity_ids` that the statement's subject names; of a table row, those in its first cell."""
        if block.kind is BlockKind.TABLE_ROW:
            return tuple(sorted({mention.entity_id for mention in self._inside(block.cells[0])} & set(entity_ids)))
        return tuple(sorted(self._named_in(statement.antecedent or statement.subject) & set(entity_ids)))

    def places(self, statement: Statement) -> tuple[str, ...]:
        """Those that say where: "in Prague", "off Malta"."""
        inside = (m for m in self._inside(Span(statement.start, statement.end)) if m.type in _WHERE)
        return tuple(sorted({m.entity_id for m in inside if self._locates(m)}))

    def _pointers(self, statement: Statement) -> list[Mention]:
        own = statement.parts or (Span(statement.start, statement.end),)
        return [p for p in self._pointing if any(s.start <= p.start and p.end <= s.end for s in own)]

    def _inside(self, span: Span) -> list[Mention]:
        return [m for m in self._tagged.mentions if span.start <= m.start and m.end <= span.end]

    def _locates(self, place: Mention) -> bool:
        return bool(_LOCATES.search(self._text[max(0, place.start - LOCATING) : place.start]))

    def _named_in(self, words: str) -> set[str]:
        """The entities whose names stand in words that are no span of the text: an antecedent, a subject."""
        near = ((name, entity) for name, entity in self._names.items() if name in words)
        return {entity for name, entity in near if re.search(rf"\b{re.escape(name)}(?!\w)", words)}
