"""What an article says twice: tests/cases/compare/repeats.toml."""

import numpy as np
import pytest

from pipeline.compare.repeats import AT_ONCE, MOST, close_before, find_repeats
from pipeline.compare.vectors import vectors_of
from pipeline.workers import Runner
from tests.compare.reading import article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/repeats"))
def test_repeats(case: Case, runner: Runner) -> None:
    (claims,) = claims_of(article("a", *case["lines"]))
    vectors = vectors_of(claims, runner)
    number = {claim.claim_id: i for i, claim in enumerate(claims, 1)}
    repeats = enumerate(find_repeats(claims, vectors), 1)
    found = [f"{i} of {number[repeated]}" for i, repeated in repeats if repeated]
    assert found == case["repeats"]


def test_nothing_is_repeated_in_nothing() -> None:
    assert find_repeats([], {}) == ()


def test_only_the_nearest_before_are_looked_at() -> None:
    turned = np.linspace(0.0, 3.0, AT_ONCE + 50)
    rows = np.stack([np.cos(turned), np.sin(turned)], axis=1).astype(np.float32)
    found = list(close_before(rows))
    assert [len(before) for before in found[: MOST + 2]] == [*range(MOST + 1), MOST]
    assert all(before == list(range(j - 1, j - 1 - len(before), -1)) for j, before in enumerate(found))
    assert list(close_before(np.eye(3, dtype=np.float32))) == [[], [], []]
    assert list(close_before(rows[:0])) == []
