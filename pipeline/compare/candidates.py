"""Candidates: the pairs of claims of two articles that are worth comparing, out of all.

Neighbours by sentence embedding, and, where wording hides the likeness, pairs that share a named entity and a value.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.records import Claim, Value

# Cosine. Of the labelled pairs of the stories of training/ drawn from 0.3 up, a quarter of the conflicts and of the
# differences lie below 0.42 and a tenth below this, which makes twice the candidates. bench/candidates.py prints both.
FLOOR = 0.35
# Candidates of a claim in another article, the nearest. Of nine articles on one story none has more than 25; of a table
# of thousands of rows beside another, each would have thousands.
MOST = 30


def _keys(claim: Claim) -> set[tuple[str, str]]:
    return {(entity, _value_key(value)) for entity in claim.entity_ids for value in claim.statement.values}


def _value_key(value: Value) -> str:
    return f"{value.kind} {value.unit} {value.low} {value.high}"


def _sharing_keys(a: Sequence[Claim], b: Sequence[Claim]) -> set[tuple[int, int]]:
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for j, claim in enumerate(b):
        for key in _keys(claim):
            holders[key].append(j)
    return {(i, j) for i, claim in enumerate(a) for key in _keys(claim) for j in holders.get(key, ())[:MOST]}


def _nearest(scores: NDArray[np.float32], worth: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of what is worth it the nearest `MOST` of each claim, whichever side it is on; of equal ones the first."""
    if max(worth.sum(axis=0).max(initial=0), worth.sum(axis=1).max(initial=0)) <= MOST:
        return worth
    ranked, near = np.where(worth, -scores, np.inf), np.zeros_like(worth)
    for axis in (0, 1):
        first = np.argsort(ranked, axis=axis, kind="stable").take(range(min(MOST, worth.shape[axis])), axis=axis)
        np.put_along_axis(near, first, values=True, axis=axis)
    return np.asarray(near & worth)


def find_candidates(
    a: Sequence[Claim],
    b: Sequence[Claim],
    vectors_a: NDArray[np.float32],
    vectors_b: NDArray[np.float32],
    floor: float = FLOOR,
) -> list[tuple[int, int]]:
    """Pairs of a claim of `a` and one of `b`, by index, sorted. `vectors_a` and `vectors_b` have a unit row a claim.

    Neighbours are `floor` alike, as the cosine of their vectors. What other articles say changes nothing.
    """
    scores = np.round(vectors_a @ vectors_b.T, 4)
    worth = scores >= floor
    for i, j in _sharing_keys(a, b):
        worth[i, j] = True
    return [(i, j) for i, j in np.argwhere(_nearest(scores, worth)).tolist()]
