"""Batches are full, of one length, and lose no row but what fills none."""

import random

from hypothesis import given
from hypothesis import strategies as st

from training.relation.batching import full_batches

LENGTHS, TOKENS = (2, 4, 8), 16


@given(st.lists(st.text("ab", max_size=8)))
def test_full_batches(rows: list[str]) -> None:
    made = full_batches(rows, len, LENGTHS, TOKENS, random.Random(1))
    for length, alike in made:
        assert len(alike) == TOKENS // length
        assert all(next(one for one in LENGTHS if len(row) <= one) == length for row in alike)
    kept = sorted(row for _, alike in made for row in alike)
    assert len(kept) > len(rows) - sum(TOKENS // length for length in LENGTHS)
    assert all(kept.count(row) <= rows.count(row) for row in kept)
    assert made == full_batches(rows, len, LENGTHS, TOKENS, random.Random(1))
