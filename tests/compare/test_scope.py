"""Scope guards: tests/cases/compare/scope.toml."""

import pytest

from pipeline.compare.scope import two_propositions
from pipeline.workers import Runner
from tests.compare.cases import Case, exchanged, load
from tests.compare.reading import aligned, article, claims_of


@pytest.mark.parametrize("case", load("compare/scope"))
def test_guards(case: Case, runner: Runner) -> None:
    (pair,) = aligned(claims_of(article("a", case["a"]), article("b", case["b"])), runner)
    assert two_propositions(pair) == case["reason"]
    assert two_propositions(exchanged(pair)) == case["reason"]
