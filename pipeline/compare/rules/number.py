"""Number: both claims count the same thing, and give values that cannot both be exact, or that are not equally exact."""

from pipeline.compare.rule import Pair, Rule
from pipeline.compare.rules.update import is_later_count
from pipeline.compare.values import counted_in_both, disjoint, equal
from pipeline.records import Finding, Relation, Span

FIT = 0.5  # alignment score under which two counts may be of different things; chosen on the dev stories of bench/verdicts.py


def compare_numbers(pair: Pair) -> Finding | None:
    """{a} in one, {b} in the other."""
    for x, y in counted_in_both(pair):
        a, b = Span(x.start, x.end), Span(y.start, y.end)
        if disjoint(x, y) and (pair.alignment.score < FIT or is_later_count(pair, x, y)):
            continue
        if disjoint(x, y):
            return Finding(Relation.CONFLICT, "number", a, b, f"“{pair.words_a(a)}” against “{pair.words_b(b)}”: both cannot be right.")
        if not equal(x, y):
            text = f"“{pair.words_a(a)}” beside “{pair.words_b(b)}”: not equally exact, and both can be right."
            return Finding(Relation.DIFFER, "number", a, b, text)
    return None


RULE = Rule("number", compare_numbers)
