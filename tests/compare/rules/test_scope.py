"""The scope rule: tests/cases/rules/scope.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import check_ruling
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("rules/scope"))
def test_scope(case: Case, runner: Runner) -> None:
    check_ruling(case, runner, "scope")
