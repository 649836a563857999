"""The antonym rule: tests/cases/rules/antonym.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import check_ruling
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("rules/antonym"))
def test_antonym(case: Case, runner: Runner) -> None:
    check_ruling(case, runner, "antonym")
