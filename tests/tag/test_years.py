from datetime import date

import pytest

from pipeline.tag.years import last_year_told, year_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("tag/years"))
def test_years(case: Case) -> None:
    published = date.fromisoformat(case["published"]) if "published" in case else None
    told = last_year_told(case["told"])
    complete = year_of(told, last_year_told(case["ever"]) if "ever" in case else told, published)
    assert complete(case["month"], case["day"]) == case.get("year")
