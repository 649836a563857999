"""The certainty rule: tests/cases/rules/certainty.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import check_ruling
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("rules/certainty"))
def test_certainty(case: Case, runner: Runner) -> None:
    check_ruling(case, runner, "certainty")
