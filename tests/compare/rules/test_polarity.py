"""The polarity rule: tests/cases/rules/polarity.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import Case, check_pair, load


@pytest.mark.parametrize("case", load("rules/polarity"))
def test_polarity(case: Case, runner: Runner) -> None:
    check_pair(case, runner, "polarity")
