"""The number rule: tests/cases/rules/number.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import Case, check_pair, load


@pytest.mark.parametrize("case", load("rules/number"))
def test_number(case: Case, runner: Runner) -> None:
    check_pair(case, runner, "number")
