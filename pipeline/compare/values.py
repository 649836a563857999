"""When two values measure the same thing, and whether they can both be right."""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from pipeline.compare.rule import Pair
from pipeline.records import Claim, Span, Value, ValueKind
from pipeline.tag.measures import CURRENCIES, PART
from pipeline.tag.times import times_apart

ABOUT = 0.05  # "about 2,000" reaches from 1,900 to 2,100; on the dev stories of bench/data/verdicts no pair needs more
_FIGURES = frozenset({ValueKind.NUMBER, ValueKind.PERCENT, ValueKind.MONEY, ValueKind.DURATION})
_MEASURES = _FIGURES | {ValueKind.ORDINAL}
_GENERIC = frozenset(
    "nation country side power party superpower time way capital government leader rival thing".split()
)  # "both countries", "two sides": they point, they do not count
_CONVERTED = frozenset({ValueKind.NUMBER, ValueKind.DURATION})  # kinds whose units the tag stage turns into one another
_BY = re.compile(r"\bby (?:\w+ ){0,2}[$€£]?$", re.IGNORECASE)  # "by", "by at least"
DAYS_OF_A_YEAR = 366
MONTH = 730.5  # hours: a twelfth of a year
DECIMALS = 6  # more than any article prints, and few enough to hide what binary fractions add


def interval(value: Value) -> tuple[float, float]:
    """Lowest and highest that the words allow, an approximation widened by `ABOUT`."""
    slack = ABOUT if value.approximate and value.low == value.high else 0.0
    return value.low * (1 - slack), value.high * (1 + slack)


def _same_when_rounded(x: Value, y: Value) -> bool:
    """71.1 and 71: the one is the other with fewer decimals."""
    if x.low != x.high or y.low != y.high or x.kind is ValueKind.DATE:
        return False
    places = min(len(f"{v.low:.{DECIMALS}f}".rstrip("0").partition(".")[2]) for v in (x, y))
    return abs(x.low - y.low) < 1 and round(x.low, places) == round(y.low, places)


def disjoint(x: Value, y: Value) -> bool:
    """Whether no number fits both."""
    (low_x, high_x), (low_y, high_y) = interval(x), interval(y)
    return (high_x < low_y or high_y < low_x) and not _same_when_rounded(x, y)


def equal(x: Value, y: Value) -> bool:
    """Whether both give the same, within the precision that each is given with."""
    if _same_when_rounded(x, y):
        return True
    if x.approximate or y.approximate:
        return not disjoint(x, y) and not math.isinf(x.high + y.high)
    return x.low == y.low and x.high == y.high


def same_amount(x: Value, y: Value) -> bool:
    """Whether both give the same, of one kind and in one unit; what they count is not looked at."""
    return x.kind is y.kind and x.unit == y.unit and equal(x, y)


def exactly_same(x: Value, y: Value) -> bool:
    """Whether both give the same amount, or day, as exactly."""
    return same_amount(x, y) and (x.low, x.high, x.approximate) == (y.low, y.high, y.approximate)


def days(claim: Claim) -> list[Value]:
    """The dates of a claim."""
    return [value for value in claim.statement.values if value.kind is ValueKind.DATE]


def counts(value: Value) -> bool:
    """Whether a value says how many or when, and does not only point ("the two sides") or rank."""
    return value.kind is not ValueKind.ORDINAL and value.counted not in _GENERIC


def days_apart(pair: Pair) -> bool:
    """Whether both claims have dates, and no date of one fits one of the other."""
    a, b = days(pair.a), days(pair.b)
    return bool(a and b) and all(disjoint(x, y) for x in a for y in b)


def dated_apart(pair: Pair) -> bool:
    """Whether both claims are placed in time, and no time of one fits one of the other."""
    return days_apart(pair) or times_apart(pair.a.statement.times, pair.b.statement.times)


def years_apart(pair: Pair) -> bool:
    """Whether both are dated, and more than a year lies between any two of the dates: two things that happened."""
    a, b = days(pair.a), days(pair.b)
    gaps = [max(x.low - y.high, y.low - x.high) for x in a for y in b]
    return bool(gaps) and min(gaps) > DAYS_OF_A_YEAR


def _dimension(value: Value) -> str:
    """What is measured: time, length, dollars; "" for a plain count."""
    return "hour" if value.kind is ValueKind.DURATION else value.unit


def _noun(value: Value) -> str:
    """What is counted, "" where that is the unit's own word: "miles", "dollars"."""
    unit = (value.unit and value.kind in _CONVERTED) or value.counted in CURRENCIES
    return "" if unit else value.counted


def _is_change(value: Value, of: Claim) -> bool:
    """Whether a value of a claim says how much more or less: "raised by 0.5 percent", "$3 more"."""
    return bool(value.unit) and bool(_BY.search(of.quote[: value.start - of.start]))


def of_one_sort(pair: Pair, x: Value, y: Value) -> bool:
    """Whether a value of each claim is of one kind, and both how much it is or both by how much it changes."""
    return x.kind is y.kind and _is_change(x, pair.a) is _is_change(y, pair.b)


def measures_alike(pair: Pair, x: Value, y: Value) -> bool:
    """Whether a value of each claim is of the same thing, as far as the words around it tell."""
    if not of_one_sort(pair, x, y) or _dimension(x) != _dimension(y) or x.kind not in _MEASURES:
        return False
    if x.counted in _GENERIC or y.counted in _GENERIC:
        return False
    nouns = _noun(x) == _noun(y) or (x.counted, y.counted) in pair.alignment.surely
    nouns = nouns or (x.kind is ValueKind.PERCENT and not (x.counted and y.counted))
    if PART in {*x.qualifiers, *y.qualifiers} and not (PART in x.qualifiers and PART in y.qualifiers):
        return False  # two of the paintings are not the paintings
    # What narrows the one must not be missing from the other: deployed warheads are not all warheads.
    narrowed = set(x.qualifiers) <= set(y.qualifiers) or set(y.qualifiers) <= set(x.qualifiers)
    return nouns and narrowed


def _unit_word(words: str) -> str:
    """The unit that a value is written in: "mile"."""
    return words.casefold().split()[-1].rstrip("s.")


def _rounded(value: Value) -> Value:
    factor = MONTH if value.unit == "month" else 1
    return replace(value, unit=_dimension(value), low=value.low * factor, high=value.high * factor, approximate=True)


def on_one_scale(pair: Pair, x: Value, y: Value) -> tuple[Value, Value]:
    """The two in one unit. Who converts rounds: "10 kilometres" and "six miles" are one length."""
    a, b = pair.words_a(Span(x.start, x.end)), pair.words_b(Span(y.start, y.end))
    convertible = x.kind in _CONVERTED and x.unit and y.unit
    return (_rounded(x), _rounded(y)) if convertible and _unit_word(a) != _unit_word(b) else (x, y)


def _one_count(x: Value, y: Value) -> bool:
    """Whether two values are one though the one is of a part: "four counts", "four of six counts"."""
    return bool(x.counted) and x.counted == y.counted and same_amount(x, y)


def unsettled(pair: Pair, alike: Callable[[Pair, Value, Value], bool]) -> Iterator[tuple[Value, Value]]:
    """Alike measures of the two claims, in one unit; a value that stands equal on the other side is settled."""
    xs, ys = ([v for v in claim.statement.values if v.kind in _MEASURES] for claim in (pair.a, pair.b))
    found = [(x, y, *on_one_scale(pair, x, y)) for x in xs for y in ys if x.kind is y.kind and alike(pair, x, y)]
    settled = [value for x, y, one, other in found if equal(one, other) for value in (x, y)]
    settled += [value for x in xs for y in ys if _one_count(x, y) for value in (x, y)]
    for x, y, one, other in found:
        if x not in settled and y not in settled:
            yield one, other


def counted_in_both(pair: Pair) -> Iterator[tuple[Value, Value]]:
    """Pairs of values that measure the same thing, in one unit, and are not the same."""
    return unsettled(pair, measures_alike)


def other_figures(pair: Pair) -> bool:
    """Whether both give figures of one kind, and none of the one can be any of the other: they are of other things."""
    xs, ys = (
        [v for v in claim.statement.values if v.kind in _FIGURES and v.counted not in _GENERIC]
        for claim in (pair.a, pair.b)
    )
    fits = defaultdict[ValueKind, list[bool]](list)
    for x in xs:
        for y in (y for y in ys if x.kind is y.kind):
            fits[x.kind].append(not disjoint(*on_one_scale(pair, x, y)))
    return any(not any(found) for found in fits.values())
