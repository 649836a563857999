"""The number rule: tests/cases/rules/number.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import check_ruling
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("rules/number"))
def test_number(case: Case, runner: Runner) -> None:
    check_ruling(case, runner, "number")
