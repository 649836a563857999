"""What is said of a subject at large: tests/cases/compare/general.toml."""

import pytest

from pipeline.compare.general import both_general
from pipeline.workers import Runner
from tests.compare.cases import exchanged
from tests.compare.reading import article, claims_of, closest
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/general"))
def test_both_general(case: Case, runner: Runner) -> None:
    pair = closest(claims_of(article("a", case["a"]), article("b", case["b"])), runner)
    assert both_general(pair) is case["general"]
    assert both_general(exchanged(pair)) is case["general"]
