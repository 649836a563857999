"""The attribution rule: tests/cases/rules/attribution.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import check_ruling
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("rules/attribution"))
def test_attribution(case: Case, runner: Runner) -> None:
    check_ruling(case, runner, "attribution")
