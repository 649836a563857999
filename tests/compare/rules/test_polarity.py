"""The polarity rule: tests/cases/rules/polarity.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import check_ruling
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("rules/polarity"))
def test_polarity(case: Case, runner: Runner) -> None:
    check_ruling(case, runner, "polarity")
