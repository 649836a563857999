"""The decision on a pair: tests/cases/compare/tempting.toml, and why a pair is unrelated."""

import pytest

from pipeline.compare.relation import judge
from pipeline.workers import Runner
from tests.compare.cases import check_pair, pair_in
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/tempting"))
def test_tempting(case: Case, runner: Runner) -> None:
    check_pair(case, runner)


def test_a_finding_is_never_quite_certain(runner: Runner) -> None:
    same = pair_in({"a": "The storm sank 40 boats.", "b": "The storm sank 40 boats."}, runner)
    clash = pair_in({"a": "The storm sank 40 boats.", "b": "The storm sank 44 boats."}, runner)
    assert same is not None
    assert clash is not None
    assert same[1].confidence == 1.0
    assert 0.8 < clash[1].confidence < 1.0
    assert judge(same[0]) == same[1]
