"""Times of day: tests/cases/compare/clock.toml."""

import pytest

from pipeline.compare.clock import clocks, clocks_apart
from tests.compare.reading import article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/clock"))
def test_clocks(case: Case) -> None:
    found = list(clocks(case["text"]))
    assert [f"{'~' * clock.about}{clock.minute}" for clock in found] == case["minutes"]
    assert all(clock.words in case["text"] for clock in found)


@pytest.mark.parametrize("case", load("compare/clock", "pair"))
def test_clocks_apart(case: Case) -> None:
    (a,), (b,) = claims_of(article("a", case["a"]), article("b", case["b"]))
    assert clocks_apart(a, b) is clocks_apart(b, a) is case["apart"]
