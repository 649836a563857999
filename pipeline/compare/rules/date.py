"""Date: one event, two dates. Silent where the event can happen again, or one date lies within the other."""

from pipeline.compare.leftover import another_thing, nothing_else_differs, one_sided, same_predicate
from pipeline.compare.once import happens_once
from pipeline.compare.rule import Pair, Rule, whole
from pipeline.compare.values import dated_apart, days
from pipeline.records import Finding, Relation, Span

MATCHED = 2  # specific words beside the predicate that have to meet: a treaty and a country sign more than once

MOSTLY = 0.7  # overlap from which a stray word on either side ("diplomats", "negotiators") makes no second event


def _one_deed(pair: Pair) -> bool:
    """Whether both say that the same was done to the same, in somewhat other words."""
    alignment = pair.alignment
    close = one_sided(pair) or (alignment.overlap >= MOSTLY and not another_thing(pair))
    return same_predicate(pair) and close and len(alignment.surely) >= MATCHED


def compare_dates(pair: Pair) -> Finding | None:
    """{a} in one, {b} in the other."""
    if not dated_apart(pair) or not happens_once(pair):
        return None
    if not nothing_else_differs(pair) and not _one_deed(pair):
        return None
    a = next((Span(day.start, day.end) for day in days(pair.a)), whole(pair.a))
    b = next((Span(day.start, day.end) for day in days(pair.b)), whole(pair.b))
    text = f"“{pair.words_a(a)}” against “{pair.words_b(b)}” for what happens only once."
    return Finding(Relation.CONFLICT, "date", a, b, text)


RULE = Rule("date", compare_dates)
