"""The decision on a pair: tests/cases/compare/tempting.toml, and why a pair is unrelated."""

import pytest

from pipeline.compare.relation import judge
from pipeline.workers import Runner
from tests.compare.cases import Case, check_pair, load, pair_in


@pytest.mark.parametrize("case", load("compare/tempting"))
def test_tempting(case: Case, runner: Runner) -> None:
    check_pair(case, runner)


@pytest.mark.parametrize(
    ("a", "b", "reason", "apart"),
    [
        ("The storm sank 40 boats.", "Herring is eaten raw.", "different things", False),
        ("Norway left the meeting.", "Denmark left the meeting.", "another subject", True),
        ("The storm sank 40 boats in Oskel.", "The storm broke 31 windows in Oskel.", "figures differ", True),
        ("The council approved the dam.", "The council did not approve the dam of the mill.", "affirms", True),
    ],
)
def test_the_unrelated_say_why(a: str, b: str, reason: str, apart: bool, runner: Runner) -> None:  # noqa: FBT001
    found = pair_in({"a": a, "b": b}, runner)
    assert found is not None
    _, verdict = found
    assert verdict.relation is None
    assert reason in verdict.reason
    assert verdict.apart is apart
    assert verdict.confidence == 0


def test_a_finding_is_never_quite_certain(runner: Runner) -> None:
    same = pair_in({"a": "The storm sank 40 boats.", "b": "The storm sank 40 boats."}, runner)
    clash = pair_in({"a": "The storm sank 40 boats.", "b": "The storm sank 44 boats."}, runner)
    assert same is not None
    assert clash is not None
    assert same[1].confidence == 1.0
    assert 0.9 < clash[1].confidence < 1.0
    assert judge(same[0]) == same[1]
