"""The guards: tests/cases/compare/guards.toml."""

import pytest

from pipeline.compare.guards import two_propositions
from pipeline.workers import Runner
from tests.compare.cases import exchanged
from tests.compare.reading import aligned, article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/guards"))
def test_guards(case: Case, runner: Runner) -> None:
    (pair,) = aligned(claims_of(article("a", case["a"]), article("b", case["b"])), runner)
    assert two_propositions(pair) == case["reason"]
    assert two_propositions(exchanged(pair)) == case["reason"]
