"""The actor rule: tests/cases/rules/actor.toml."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import check_ruling
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("rules/actor"))
def test_actor(case: Case, runner: Runner) -> None:
    check_ruling(case, runner, "actor")
