"""The certainty rule: tests/cases/rules/certainty.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import Case, check_ruling, load


@pytest.mark.parametrize("case", load("rules/certainty"))
def test_certainty(case: Case, runner: Runner) -> None:
    check_ruling(case, runner, "certainty")
