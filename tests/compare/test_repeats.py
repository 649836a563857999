"""What an article says twice: tests/cases/compare/repeats.toml."""

import pytest

from pipeline.compare.comparison import vectors_of
from pipeline.compare.repeats import fold_repeats
from pipeline.workers import Runner
from tests.compare.reading import article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/repeats"))
def test_repeats(case: Case, runner: Runner) -> None:
    (claims,) = claims_of(article("a", *case["lines"]))
    vectors = vectors_of(claims, runner)
    folded = fold_repeats(claims, vectors)
    number = {claim.claim_id: i for i, claim in enumerate(folded, 1)}
    found = [f"{number[claim.claim_id]} of {number[claim.repeat_of]}" for claim in folded if claim.repeat_of]
    assert found == case["repeats"]


def test_nothing_is_repeated_in_nothing() -> None:
    assert fold_repeats([], {}) == []
