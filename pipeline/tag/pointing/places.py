"""Where a rule looks: the mentions before a statement, and what an article is about."""

from collections import Counter
from collections.abc import Collection

from pipeline.records import BlockKind, Mention, Span, Statement, TaggedArticle

DOMINANT = 2  # times: named at least so much more often than the next
OPENING = 2  # blocks: a title and a standfirst


def own_spans(statement: Statement) -> tuple[Span, ...]:
    """Where a statement's own words stand."""
    return statement.parts or (Span(statement.start, statement.end),)


def inside(mentions: Collection[Mention], spans: Collection[Span]) -> list[Mention]:
    """Those of the mentions that stand in one of the spans."""
    return [m for m in mentions if any(span.start <= m.start and m.end <= span.end for span in spans)]


def before(tagged: TaggedArticle, statement: Statement) -> list[Mention]:
    """The mentions before the statement in its block and, for a list item, in the items above it; nearest first."""
    kept, first = tagged.clean.kept, statement.block
    while first and kept[first].kind is BlockKind.LIST_ITEM and kept[first - 1].kind is BlockKind.LIST_ITEM:
        first -= 1
    return [m for m in reversed(tagged.mentions) if kept[first].start <= m.start and m.end <= statement.start]


def subject_of(tagged: TaggedArticle, candidates: Collection[Mention]) -> str:
    """Which of the candidates the article is about: alone in its title or first paragraph, or dominant; "" if none."""
    kept = tagged.clean.kept
    opening = kept[min(OPENING, len(kept)) - 1].end if kept else 0
    named = {m.entity_id for m in candidates if m.end <= opening}
    if len(named) == 1:
        return named.pop()
    counts = Counter(m.entity_id for m in candidates).most_common(2)
    rival = counts[1][1] if len(counts) > 1 else 0
    return counts[0][0] if counts and counts[0][1] >= max(2, DOMINANT * rival) else ""
