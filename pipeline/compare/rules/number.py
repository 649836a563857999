"""Number: both count the same thing, and give values that cannot both be exact, or that are not equally exact."""

import math

from pipeline.compare.leftover import anchored, nothing_else_differs, same_predicate, same_times
from pipeline.compare.rule import Pair, Rule
from pipeline.compare.rules.update import is_later_count
from pipeline.compare.values import counted_in_both, days, disjoint, equal, measures_alike
from pipeline.records import Claim, Finding, Relation, Span, Value

_LIMITS = frozenset("limit cap ceiling allow permit restrict maximum hold exceed".split())

_STATES = frozenset("be have hold own employ number total contain cover stand live cost".split())


def _as_limit(claim: Claim, value: Value) -> float | None:
    """The amount of a limit: "no more than 1,550" and "limits to 1,550" set the same one."""
    if math.isinf(value.high) or value.approximate:
        return None
    bound = value.low == 0 and value.high > 0
    stated = value.low == value.high and bool(_LIMITS & set(claim.statement.terms))
    return value.high if bound or stated else None


def _limits(pair: Pair, x: Value, y: Value) -> tuple[float, float] | None:
    """The two amounts, where both set a limit."""
    a, b = _as_limit(pair.a, x), _as_limit(pair.b, y)
    return None if a is None or b is None else (a, b)


def both_limit(pair: Pair) -> bool:
    """Whether both set a limit to the same thing."""
    measured = [(x, y) for x in pair.a.statement.values for y in pair.b.statement.values if measures_alike(pair, x, y)]
    return any(_limits(pair, x, y) for x, y in measured)


def _one_measure(pair: Pair, x: Value, y: Value) -> bool:
    """Whether the two values are of one thing though the sentences differ: same noun, same treaty or day, same deed."""
    alike = x.counted == y.counted and set(x.qualifiers) == set(y.qualifiers)
    # A limit holds at all times; a count is of its day.
    dated_alike = _limits(pair, x, y) or (bool(days(pair.a)) == bool(days(pair.b)) and same_times(pair))
    return bool(alike and dated_alike and anchored(pair) and (same_predicate(pair) or x.qualifiers))


def _at_one_time(pair: Pair) -> bool:
    """Whether both are of one time: what is or has so many has had other numbers at other times."""
    states = _STATES & {pair.a.statement.predicate, pair.b.statement.predicate}
    return same_times(pair) and not (states and bool(days(pair.a)) != bool(days(pair.b)))


def compare_numbers(pair: Pair) -> Finding | None:
    """{a} in one, {b} in the other."""
    for x, y in counted_in_both(pair):
        a, b = Span(x.start, x.end), Span(y.start, y.end)
        limits = _limits(pair, x, y)
        if limits and limits[0] == limits[1]:
            continue
        if limits or disjoint(x, y):
            same = (nothing_else_differs(pair) and _at_one_time(pair)) or _one_measure(pair, x, y)
            if not same or is_later_count(pair, x, y):
                continue
            text = f"“{pair.words_a(a)}” against “{pair.words_b(b)}”: both cannot be right."
            return Finding(Relation.CONFLICT, "number", a, b, text)
        if not equal(x, y):
            text = f"“{pair.words_a(a)}” beside “{pair.words_b(b)}”: not equally exact, and both can be right."
            return Finding(Relation.DIFFER, "number", a, b, text)
    return None


RULE = Rule("number", compare_numbers)
