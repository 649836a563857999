"""When two values measure the same thing, and whether they can both be right."""

import math
from collections.abc import Iterator

from pipeline.compare.rule import Pair
from pipeline.records import Claim, Value, ValueKind

ABOUT = 0.05  # "about 2,000" reaches from 1,900 to 2,100; on the dev stories of bench/data/verdicts no pair needs more
_UNTYPED = frozenset({ValueKind.NUMBER, ValueKind.PERCENT, ValueKind.MONEY, ValueKind.DURATION, ValueKind.ORDINAL})
_GENERIC = frozenset({"nation", "country", "side", "power", "party", "superpower", "time", "way", "capital", "government", "leader", "rival", "thing"})


def interval(value: Value) -> tuple[float, float]:
    """Lowest and highest that the words allow, an approximation widened by `ABOUT`."""
    slack = ABOUT if value.approximate and value.low == value.high else 0.0
    return value.low * (1 - slack), value.high * (1 + slack)


def disjoint(x: Value, y: Value) -> bool:
    """Whether no number fits both."""
    (low_x, high_x), (low_y, high_y) = interval(x), interval(y)
    return high_x < low_y or high_y < low_x


def equal(x: Value, y: Value) -> bool:
    """Whether both give the same, within the precision that each is given with."""
    if x.approximate or y.approximate:
        return not disjoint(x, y) and not math.isinf(x.high + y.high)
    return x.low == y.low and x.high == y.high


def days(claim: Claim) -> list[Value]:
    """The dates of a claim."""
    return [value for value in claim.statement.values if value.kind is ValueKind.DATE]


def _measures_alike(x: Value, y: Value, matched: frozenset[tuple[str, str]]) -> bool:
    if x.kind is not y.kind or x.unit != y.unit or x.kind not in _UNTYPED:
        return False
    if x.counted in _GENERIC or y.counted in _GENERIC:
        return False  # "both countries", "two sides": they point, they do not count
    nouns = x.counted == y.counted or (x.counted, y.counted) in matched
    # What narrows the one must not be missing from the other: deployed warheads are not all warheads.
    narrowed = set(x.qualifiers) == set(y.qualifiers) or not x.qualifiers or not y.qualifiers or set(x.qualifiers) <= set(y.qualifiers) or set(y.qualifiers) <= set(x.qualifiers)
    return nouns and narrowed


def counted_in_both(pair: Pair) -> Iterator[tuple[Value, Value]]:
    """Pairs of values that measure the same thing; a value that also stands equal on the other side is settled."""
    matched = frozenset(pair.alignment.matched)
    xs = [v for v in pair.a.statement.values if v.kind in _UNTYPED]
    ys = [v for v in pair.b.statement.values if v.kind in _UNTYPED]
    for x in xs:
        if any(_measures_alike(x, y, matched) and equal(x, y) for y in ys):
            continue
        for y in ys:
            settled = any(_measures_alike(z, y, matched) and equal(z, y) for z in xs)
            if not settled and _measures_alike(x, y, matched):
                yield x, y
