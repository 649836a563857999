"""What "the treaty", "the crisis" or "it" refers to, as far as the article leaves no doubt.

The nearest name of the right kind before it in the same paragraph, else the one that the article names most, if it is
named twice as often as any other of its kind. Otherwise nothing: a wrong guess makes two propositions one.
"""

import re
from collections import Counter

from pipeline.records import BlockKind, Mention, Span, Statement, TaggedArticle

_NOUNS = {
    "LAW": "treaty agreement accord pact deal convention protocol",
    "EVENT": "war crisis conflict summit blockade standoff confrontation",
    "ORG": "organisation organization alliance agency company union bloc",
}
_KIND_OF = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
_DEFINITE = re.compile(rf"\b(?:the|that|this|its) ({'|'.join(_KIND_OF)})(?:[’']s)?\b(?! of\b)", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|its)\b", re.IGNORECASE)
_POINTED_AT = frozenset({"LAW", "EVENT"})  # what "it" is taken for; a body or a company acts, and is rarely acted on
DOMINANT = 2  # times
OPENING = 2  # blocks: a title and a standfirst


def _before(tagged: TaggedArticle, statement: Statement) -> list[Mention]:
    """The mentions before the statement in its block and, for a list item, in the items above it; nearest first."""
    kept, first = tagged.clean.kept, statement.block
    while first and kept[first].kind is BlockKind.LIST_ITEM and kept[first - 1].kind is BlockKind.LIST_ITEM:
        first -= 1
    return [m for m in reversed(tagged.mentions) if kept[first].start <= m.start and m.end <= statement.start]


def _subject_of(tagged: TaggedArticle, kind: str) -> str:
    """What the article is about, of one kind: named in its title or first paragraph, alone of its kind, or dominant."""
    kept = tagged.clean.kept
    opening = kept[min(OPENING, len(kept)) - 1].end if kept else 0
    named = {m.entity_id for m in tagged.mentions if m.type == kind and m.end <= opening}
    if len(named) == 1:
        return named.pop()
    counts = Counter(m.entity_id for m in tagged.mentions if m.type == kind).most_common(2)
    rival = counts[1][1] if len(counts) > 1 else 0
    return counts[0][0] if counts and counts[0][1] >= max(2, DOMINANT * rival) else ""


def refers_to(tagged: TaggedArticle, statement: Statement) -> tuple[set[str], bool]:
    """The entities that a statement means without naming them, and whether it means one that cannot be told."""
    own = statement.parts or (Span(statement.start, statement.end),)
    text = " ".join(tagged.clean.article.text[span.start : span.end] for span in own)
    inside = {m.type for m in tagged.mentions if any(span.start <= m.start and m.end <= span.end for span in own)}
    before = _before(tagged, statement)
    found: set[str] = set()
    unclear = False
    for match in _DEFINITE.finditer(text):
        kind = _KIND_OF[match[1].lower()]
        if kind not in inside:
            nearest = next((m.entity_id for m in before if m.type == kind), "") or _subject_of(tagged, kind)
            found.update([nearest] if nearest else [])
            unclear = unclear or not nearest
    if not found and not inside & _POINTED_AT and _PRONOUN.search(text):
        named = {m.entity_id for m in before if m.type in _POINTED_AT}
        found.update(named if len(named) == 1 else ())
        unclear = unclear or len(named) != 1
    return found, unclear
