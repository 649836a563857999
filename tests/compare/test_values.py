"""When values are equal, disjoint, or of different things."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compare.rule import Pair
from pipeline.compare.values import (
    counted_in_both,
    days_apart,
    disjoint,
    equal,
    interval,
    measures_alike,
    other_figures,
)
from pipeline.records import Value, ValueKind
from pipeline.workers import Runner
from tests.compare.making import NO_ALIGNMENT, claim
from tests.compare.reading import aligned, article, claims_of


def number(low: float, high: float | None = None, *, about: bool = False) -> Value:
    return Value(0, 0, ValueKind.NUMBER, low, low if high is None else high, approximate=about)


EXACT = st.floats(0, 1e9).map(number)
BOUNDED = st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)).map(lambda ends: number(min(ends), max(ends)))
OPEN = st.floats(0, 1e6).map(lambda low: number(low, math.inf))
ABOUT = st.floats(0, 1e9).map(lambda low: number(low, about=True))
VALUES = st.one_of(EXACT, BOUNDED, OPEN, ABOUT)


@pytest.mark.parametrize(
    ("x", "y", "same", "apart"),
    [
        (number(12), number(12), True, False),
        (number(12), number(13), False, True),
        (number(7.1), number(7), True, False),
        (number(7.6), number(7), False, True),
        (number(2000, about=True), number(1987), True, False),
        (number(2000, about=True), number(1900), True, False),
        (number(2000, about=True), number(1800), False, True),
        (number(30, math.inf), number(44), False, False),
        (number(30, math.inf), number(29), False, True),
        (number(30, math.inf), number(30, math.inf), True, False),
        (number(0, 2), number(2.5), False, True),
        (number(3e6, 5e6), number(4e6), False, False),
        (number(1800, 2000, about=True), number(1987), True, False),
    ],
)
def test_equal_and_disjoint(x: Value, y: Value, same: bool, apart: bool) -> None:  # noqa: FBT001 - the case's
    assert equal(x, y) is same
    assert disjoint(x, y) is apart


@given(VALUES, VALUES)
def test_order_does_not_matter(x: Value, y: Value) -> None:
    assert equal(x, y) is equal(y, x)
    assert disjoint(x, y) is disjoint(y, x)
    assert not (equal(x, y) and disjoint(x, y))


@given(VALUES)
def test_a_value_equals_itself(x: Value) -> None:
    low, high = interval(x)
    assert low <= high
    assert equal(x, x)
    assert not disjoint(x, x)


def _pair(a: str, b: str, runner: Runner) -> Pair:
    (pair,) = aligned(claims_of(article("a", a), article("b", b)), runner)
    return pair


@pytest.mark.parametrize(
    ("a", "b", "count"),
    [
        ("The storm sank 40 boats.", "The storm sank 44 boats.", 1),
        ("The storm sank 40 boats.", "The storm sank 40 boats.", 0),
        ("The storm sank 40 boats.", "The storm broke 44 windows.", 0),
        ("The storm sank 40 boats and 3 rafts.", "The storm sank 3 rafts and 44 boats.", 1),
        ("It has 1,550 deployed warheads.", "It has 5,800 deployed warheads.", 1),
        ("It has 1,550 deployed warheads.", "It has 5,800 stored warheads.", 0),
        ("It holds 40 of the paintings.", "It holds 44 paintings.", 0),
        ("The two sides met.", "The three sides met.", 0),
        ("The wall is 5 metres high.", "The wall is 20 feet high.", 1),
        ("The wall is 5 metres high.", "The wall is 16 feet high.", 0),
        ("The wall weighs 5 tonnes.", "The wall is 5 metres high.", 0),
        ("Prices rose by 5 percent.", "Prices rose to 7 percent.", 0),
        ("Prices rose by 5 percent.", "Prices rose by about 7 percent.", 1),
        ("It lasted nine days.", "It lasted three weeks.", 1),
        ("It lasted nine days.", "It lasted two months.", 1),
        ("It lasted 14 days.", "It lasted two weeks.", 0),
        ("It cost $12 million.", "It cost 21 million dollars.", 1),
        ("It cost $12 million.", "It cost €12 million.", 0),
    ],
)
def test_what_both_count(a: str, b: str, count: int, runner: Runner) -> None:
    assert len(list(counted_in_both(_pair(a, b, runner)))) == count


@pytest.mark.parametrize(
    ("a", "b", "other"),
    [
        ("The storm sank 40 boats.", "The storm broke 44 windows.", True),
        ("The storm sank 40 boats.", "The storm broke windows.", False),
        ("The storm sank 40 boats.", "The storm took 30 percent of the roofs.", False),
        ("The storm sank 40 boats in 3 hours.", "The storm sank 40 boats in 9 hours.", True),
        ("Both sides lost 40 boats.", "The three sides lost 40 boats.", False),
    ],
)
def test_other_figures(a: str, b: str, other: bool, runner: Runner) -> None:  # noqa: FBT001 - the case's
    assert other_figures(_pair(a, b, runner)) is other


def test_dates_are_not_counted() -> None:
    date = Value(0, 0, ValueKind.DATE, 1, 1)
    one, other = claim("c1", "a", values=(date,)), claim("c2", "b", values=(date,))
    assert not measures_alike(Pair(one, other, NO_ALIGNMENT), date, date)


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("The Lorne lift was opened in 1967.", "The Lorne lift was opened in June 1967.", False),
        ("The Lorne lift was opened in 1967 and closed in May 2004.", "The lift was opened in June 1967.", False),
        ("The Lorne lift was opened in May 1967.", "The Lorne lift was opened in June 1967.", True),
        ("The Lorne lift was opened in 1967.", "The Lorne lift was opened.", False),
    ],
)
def test_dates_are_apart_where_none_fits(a: str, b: str, apart: bool, runner: Runner) -> None:  # noqa: FBT001 - the case's
    (pair,) = aligned([own[:1] for own in claims_of(article("a", a), article("b", b))], runner)
    assert days_apart(pair) is apart
