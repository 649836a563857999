from datetime import date

import pytest

from pipeline.tag.relative_days import find_relative_days
from tests.tables import Case, load


def _shown(low: int, high: int) -> str:
    days = [date.fromordinal(day).isoformat() for day in (low, high)]
    return days[0] if low == high else "..".join(days)


@pytest.mark.parametrize("case", load("tag/relative_days"))
def test_relative_days(case: Case) -> None:
    text = case["text"]
    found = find_relative_days(text, case.get("published"))
    assert {text[day.start : day.end]: _shown(day.low, day.high) for day in found} == case["days"]
