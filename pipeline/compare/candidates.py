"""Candidates: the pairs of claims worth comparing, out of all pairs across articles.

Neighbours by sentence embedding, and, where wording hides the likeness, pairs that share a named entity and a value.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from pipeline.records import Claim, Value

# Cosine. Of the labelled pairs of the stories of training/ drawn from 0.3 up, a quarter of the conflicts and of the
# differences lie below 0.42 and a tenth below this, which makes twice the candidates. bench/candidates.py prints both.
FLOOR = 0.35
ROWS_AT_ONCE = 2048  # claims; keeps the score matrix of a step under 1 GB for 100,000 claims
COMMON_KEY = 40  # claims; a key that more of them share says too little


def _neighbours(vectors: NDArray[np.float32], articles: NDArray[np.int64], floor: float) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for first in range(0, len(vectors), ROWS_AT_ONCE):
        scores = np.round(vectors[first : first + ROWS_AT_ONCE] @ vectors.T, 4)
        rows, columns = np.nonzero(scores >= floor)
        rows += first
        keep = (rows < columns) & (articles[rows] != articles[columns])
        found.update(zip(rows[keep].tolist(), columns[keep].tolist(), strict=True))
    return found


def _value_key(value: Value) -> str:
    return f"{value.kind} {value.unit} {value.low} {value.high}"


def _sharing_keys(claims: Sequence[Claim]) -> set[tuple[int, int]]:
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        for key in {(entity, _value_key(value)) for entity in claim.entity_ids for value in claim.statement.values}:
            holders[key].append(i)
    return {
        (first, second)
        for held in holders.values()
        if len(held) <= COMMON_KEY
        for first, second in combinations(held, 2)
        if claims[first].article_id != claims[second].article_id
    }


def find_candidates(
    claims: Sequence[Claim], vectors: NDArray[np.float32], floor: float = FLOOR
) -> list[tuple[int, int]]:
    """Index pairs (i < j) of claims of different articles, sorted. `vectors` has a unit row a claim.

    Neighbours are `floor` alike, as the cosine of their vectors.
    """
    ids = {article: i for i, article in enumerate(sorted({claim.article_id for claim in claims}))}
    articles = np.array([ids[claim.article_id] for claim in claims], dtype=np.int64)
    return sorted(_neighbours(vectors, articles, floor) | _sharing_keys(claims))
