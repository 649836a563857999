"""Date: one event, two dates. Silent where the event can happen again, or one date lies within the other."""

from pipeline.compare.once import happens_once
from pipeline.compare.rule import Pair, Rule
from pipeline.compare.values import days, disjoint
from pipeline.records import Finding, Relation, Span

FIT = 0.45  # alignment score; chosen on the dev stories of bench/verdicts.py


def compare_dates(pair: Pair) -> Finding | None:
    """{a} in one, {b} in the other."""
    a_days, b_days = days(pair.a), days(pair.b)
    if not a_days or not b_days or any(not disjoint(x, y) for x in a_days for y in b_days):
        return None
    if not happens_once(pair) or pair.alignment.score < FIT:
        return None
    a, b = Span(a_days[0].start, a_days[0].end), Span(b_days[0].start, b_days[0].end)
    text = f"“{pair.words_a(a)}” against “{pair.words_b(b)}” for what happens only once."
    return Finding(Relation.CONFLICT, "date", a, b, text)


RULE = Rule("date", compare_dates)
