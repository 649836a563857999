"""What is said of a subject at large: tests/cases/compare/general.toml."""

import pytest

from pipeline.compare.general import both_general
from pipeline.workers import Runner
from tests.compare.cases import exchanged
from tests.compare.reading import aligned, article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/general"))
def test_both_general(case: Case, runner: Runner) -> None:
    pairs = aligned(claims_of(article("a", case["a"]), article("b", case["b"])), runner)
    pair = max(pairs, key=lambda one: one.alignment.score)
    assert both_general(pair) is case["general"]
    assert both_general(exchanged(pair)) is case["general"]
