"""What is left over of two claims: tests/cases/compare/leftover.toml, and what holds of every pair."""

import pytest

from pipeline.compare.leftover import another_thing, nothing_else_differs, one_sided
from pipeline.workers import Runner
from tests.compare.cases import exchanged
from tests.compare.reading import aligned, article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/leftover"))
def test_leftover(case: Case, runner: Runner) -> None:
    (pair,) = aligned(claims_of(article("a", case["a"]), article("b", case["b"])), runner)
    assert another_thing(pair) is another_thing(exchanged(pair)) is case["another"]
    assert not (case["another"] and (nothing_else_differs(pair) or one_sided(pair)))
