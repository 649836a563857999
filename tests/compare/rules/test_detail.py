"""The detail rule: tests/cases/rules/detail.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import check_ruling
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("rules/detail"))
def test_detail(case: Case, runner: Runner) -> None:
    check_ruling(case, runner, "detail")
