"""Dates as people write them: tests/cases/dates.toml."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dates import MONTHS, find_dates, first_day, iso

CASES = tomllib.loads((Path(__file__).parent / "cases" / "dates.toml").read_text(encoding="utf-8"))["case"]
KNOWN = pytest.mark.xfail(reason="known failure", raises=AssertionError, strict=True)


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=case["text"], marks=[KNOWN] if case.get("known_failure") else []) for case in CASES],
)
def test_find_dates(case: dict[str, Any]) -> None:
    text = case["text"]
    year_of = (lambda _month, _day: case["year"]) if "year" in case else None
    found = {text[written.start : written.end]: iso(written) for written in find_dates(text, year_of)}
    assert found == case["dates"]


@pytest.mark.parametrize(
    ("text", "low", "high", "precision"),
    [
        ("16 October 1962", date(1962, 10, 16), date(1962, 10, 16), "day"),
        ("October 1962", date(1962, 10, 1), date(1962, 10, 31), "month"),
        ("February 2020", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("1962", date(1962, 1, 1), date(1962, 12, 31), "year"),
        ("1980s", date(1980, 1, 1), date(1989, 12, 31), "decade"),
        ("mid-1980s", date(1980, 1, 1), date(1989, 12, 31), "decade"),
    ],
)
def test_the_days_that_are_meant(text: str, low: date, high: date, precision: str) -> None:
    (written,) = find_dates(text)
    assert (written.low, written.high, written.precision) == (low.toordinal(), high.toordinal(), precision)


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)), st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{i}"]))
def test_every_day_is_found(day: date, form: str) -> None:
    text = form.format(d=day.day, m=MONTHS[day.month - 1].title(), y=day.year, i=day.isoformat())
    (written,) = find_dates(f"on {text}.")
    assert iso(written) == day.isoformat()
    assert (written.start, written.end) == (len("on "), len("on ") + len(text))


PIECES = [
    "5 ",
    "31",
    " May",
    "May ",
    "Feb. ",
    ", ",
    " of ",
    "2021",
    "1962",
    "mid-",
    "late ",
    "80s",
    "-",
    "/",
    ".",
    "3rd",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=12).map("".join))
def test_dates_are_in_order_and_apart(text: str) -> None:
    at = 0
    for written in find_dates(text, lambda _month, _day: 2021):
        assert at <= written.start < written.end <= len(text)
        assert written.low <= written.high
        assert first_day(iso(written)) == date.fromordinal(written.low)
        at = written.end


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2021-02-03", date(2021, 2, 3)),
        ("2021-02-03T10:30:00Z", date(2021, 2, 3)),
        ("2021-02-03 10:30", date(2021, 2, 3)),
        ("2021-02", date(2021, 2, 1)),
        ("2021", date(2021, 1, 1)),
        ("", None),
        ("2021-02-30", None),
        ("2021-13", None),
        ("0000", None),
        ("14/10/2022", None),
        ("20221014", None),
        ("2021-2-3", None),
        ("yesterday", None),
    ],
)
def test_first_day(published: str, day: date | None) -> None:
    assert first_day(published) == day
