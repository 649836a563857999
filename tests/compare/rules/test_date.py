"""The date rule: tests/cases/rules/date.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import check_ruling
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("rules/date"))
def test_date(case: Case, runner: Runner) -> None:
    check_ruling(case, runner, "date")
