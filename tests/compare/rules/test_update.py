"""The update rule: tests/cases/rules/update.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import check_ruling
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("rules/update"))
def test_update(case: Case, runner: Runner) -> None:
    check_ruling(case, runner, "update")
