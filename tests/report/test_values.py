from datetime import date
from math import inf

import pytest

from pipeline.records import Value, ValueKind
from pipeline.report.values import render_value


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Value(0, 1, ValueKind.NUMBER, 1550, 1550, counted="warhead"), "1550 warhead"),
        (Value(0, 1, ValueKind.NUMBER, 9, 9, counted="warhead", qualifiers=("deployed",)), "9 deployed warhead"),
        (Value(0, 1, ValueKind.NUMBER, 30, inf, counted="home"), "at least 30 home"),
        (Value(0, 1, ValueKind.NUMBER, -inf, 2.5, unit="degree"), "at most 2.5 degree"),
        (Value(0, 1, ValueKind.NUMBER, 2000, 2000, approximate=True), "about 2000"),
        (Value(0, 1, ValueKind.NUMBER, 30, inf, approximate=True), "at least about 30"),
        (Value(0, 1, ValueKind.NUMBER, 10, 12), "10 to 12"),
        (Value(0, 1, ValueKind.NUMBER, -5, -5), "minus 5"),
        (Value(0, 1, ValueKind.NUMBER, 1e18, 1e18), "1000000000000000000"),
        (Value(0, 1, ValueKind.NUMBER, -inf, inf, counted="home"), "some home"),
        (Value(0, 1, ValueKind.PERCENT, 30, 30), "30 percent"),
        (Value(0, 1, ValueKind.PERCENT, 30, 30, counted="voter"), "30 percent of voter"),
        (Value(0, 1, ValueKind.MONEY, 3.2e6, 3.2e6, unit="USD"), "3200000 USD"),
        (Value(0, 1, ValueKind.DURATION, 13, 13, unit="day"), "13 day"),
        (Value(0, 1, ValueKind.ORDINAL, 3, 3, counted="president"), "3rd president"),
        (Value(0, 1, ValueKind.ORDINAL, 11, 11), "11th"),
        (Value(0, 1, ValueKind.DATE, day("1962-10-16"), day("1962-10-16")), "1962-10-16"),
        (Value(0, 1, ValueKind.DATE, day("1962-10-01"), day("1962-10-31")), "1962-10"),
        (Value(0, 1, ValueKind.DATE, day("1962-01-01"), day("1962-12-31")), "1962"),
        (Value(0, 1, ValueKind.DATE, day("1960-01-01"), day("1969-12-31")), "1960 to 1969"),
        (Value(0, 1, ValueKind.DATE, day("1962-10-16"), day("1962-10-28")), "1962-10-16 to 1962-10-28"),
        (Value(0, 1, ValueKind.DATE, -inf, day("2021-03-31")), "by 2021-03-31"),
        (Value(0, 1, ValueKind.DATE, day("2021-03-01"), inf), "from 2021-03-01"),
    ],
)
def test_render_value(value: Value, text: str) -> None:
    assert render_value(value) == text
