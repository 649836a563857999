"""What the rules alone make of a pair, and why it is unrelated."""

import pytest

from pipeline.workers import Runner
from tests.compare.cases import ruled_in


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
    found = ruled_in({"a": a, "b": b}, runner)
    assert found is not None
    _, ruling = found
    assert ruling.relation is None
    assert reason in ruling.reason
    assert ruling.apart is apart
