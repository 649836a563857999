"""Detail: one names a date, a number, a person or a place that the other leaves out. Nothing contradicts."""

import re

from pipeline.compare.rule import Pair, Rule, whole
from pipeline.compare.values import counts, days, disjoint
from pipeline.records import Claim, Finding, Relation, Span


def _extra_values(claim: Claim, other: Claim) -> list[Span]:
    """Values of a kind that the other claim has none of, and dates that are closer than the other's."""
    kinds = {value.kind for value in other.statement.values}
    extra = [Span(v.start, v.end) for v in claim.statement.values if v.kind not in kinds and counts(v)]
    closer = [
        Span(x.start, x.end)
        for x in days(claim)
        for y in days(other)
        if not disjoint(x, y) and x.high - x.low < y.high - y.low
    ]
    return closer + extra


def _written_in(entity_id: str, words: str) -> bool:
    """Whether every word of a name stands in `words`, taken for a name there or not."""
    return set(entity_id.split("-")) <= set(re.findall(r"\w+", words.casefold()))


def _more(claim: Claim, other: Claim, everywhere: frozenset[str]) -> list[Span]:
    speaker = claim.statement.attribution.source  # who says it is no part of what is said
    names = {
        name
        for name in set(claim.entity_ids) - set(other.entity_ids) - everywhere
        if not _written_in(name, other.text) and not _written_in(name, speaker)
    }
    return _extra_values(claim, other) + ([whole(claim)] if names else [])


def compare_detail(pair: Pair) -> Finding | None:
    """One says more: {a}."""
    a, b = _more(pair.a, pair.b, pair.everywhere), _more(pair.b, pair.a, pair.everywhere)
    if not a and not b:
        return None
    words = [f"“{pair.words_a(s)}”" for s in a if s != whole(pair.a)] + [
        f"“{pair.words_b(s)}”" for s in b if s != whole(pair.b)
    ]
    named = ", ".join(dict.fromkeys(words)) or "a name"
    return Finding(
        Relation.DIFFER,
        "detail",
        (a or [whole(pair.a)])[0],
        (b or [whole(pair.b)])[0],
        f"One says more than the other: {named}.",
    )


RULE = Rule("detail", compare_detail)
