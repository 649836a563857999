"""The place rule: tests/cases/rules/place.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import check_ruling
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("rules/place"))
def test_place(case: Case, runner: Runner) -> None:
    check_ruling(case, runner, "place")
