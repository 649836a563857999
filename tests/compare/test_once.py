"""What happens only once: tests/cases/compare/once.toml."""

import pytest

from pipeline.compare.once import happens_once
from pipeline.workers import Runner
from tests.compare.cases import exchanged
from tests.compare.reading import aligned, article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/once"))
def test_once(case: Case, runner: Runner) -> None:
    lead = "question: When?"
    lines = [[lead, f"answer: {case[side]} <- When?"] for side in "ab"]
    (pair,) = aligned(claims_of(article("a", *lines[0]), article("b", *lines[1])), runner)
    assert happens_once(pair) is happens_once(exchanged(pair)) is case["once"]
