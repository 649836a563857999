"""The entities that a claim is about: those it names, those it points at, and what they do in it."""

import re
from collections import Counter

from pipeline.compare.reference import refers_to
from pipeline.records import Block, BlockKind, Span, Statement, TaggedArticle

DOMINANT = 2  # times: the second country is named at least so much more often than the third

_BOTH = re.compile(
    r"""\b(?:both|the\ two|these\ two)
    \ (?:nations|countries|sides|powers|superpowers|governments|parties|states|capitals)\b
    |\beach\ (?:country|side|nation)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WHERE = frozenset({"GPE", "LOC", "FAC"})
_LOCATES = re.compile(r"\b(?:in|at|near|off|outside|inside|around|across|throughout) (?:the )?$", re.IGNORECASE)
LONGEST_LOCATING = 30  # characters before a place in which its preposition stands


def pair_of_nations(tagged: TaggedArticle) -> tuple[str, ...]:
    """The two countries an article is about, if the rest are named far less; what "both nations" means in it."""
    named = Counter(m.entity_id for m in tagged.mentions if m.type == "GPE").most_common(3)
    pair, third = named[:2], sum(count for _, count in named[2:])
    dominant = len(pair) > 1 and pair[1][1] >= max(2, DOMINANT * third)
    return tuple(sorted(entity for entity, _ in pair)) if dominant else ()


def _named_in(words: str, tagged: TaggedArticle) -> set[str]:
    """The entities whose names stand in words that are no span of the text: an antecedent, a subject."""
    text = tagged.clean.article.text
    names = {text[m.start : m.end]: m.entity_id for m in tagged.mentions}
    return {
        entity for name, entity in names.items() if name in words and re.search(rf"\b{re.escape(name)}(?!\w)", words)
    }


def entities_of(tagged: TaggedArticle, statement: Statement, block: Block, nations: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of all entities that a claim is about, sorted; `nations` are those that "both nations" means."""
    spans = [Span(statement.start, statement.end), *filter(None, (block.lead,))]
    if block.kind is BlockKind.TABLE_ROW:
        spans.append(Span(block.start, block.end))
    ids = {m.entity_id for m in tagged.mentions for s in spans if s.start <= m.start and m.end <= s.end}
    text = tagged.clean.article.text
    if _BOTH.search(text[statement.start : statement.end]):
        ids.update(nations)
    return tuple(sorted(ids | _named_in(statement.antecedent, tagged) | refers_to(tagged, statement)[0]))


def subjects_of(tagged: TaggedArticle, statement: Statement, entity_ids: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a claim's entities that its subject names, sorted."""
    return tuple(sorted(_named_in(statement.antecedent or statement.subject, tagged) & set(entity_ids)))


def places_of(tagged: TaggedArticle, statement: Statement) -> tuple[str, ...]:
    """Those of a claim's entities that say where: "in Prague", "off Malta". Sorted."""
    text = tagged.clean.article.text
    inside = (m for m in tagged.mentions if statement.start <= m.start and m.end <= statement.end)
    return tuple(
        sorted(
            {
                m.entity_id
                for m in inside
                if m.type in _WHERE and _LOCATES.search(text[: m.start][-LONGEST_LOCATING:])
            }
        )
    )
