"""Repeats: what an article says twice counts once. The later claim points to the earlier one it restates."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from pipeline.compare.alignment import SideBySide
from pipeline.compare.background import Background, Vector, rows_of
from pipeline.compare.guards import two_propositions
from pipeline.compare.rule import Pair
from pipeline.compare.rules.number import compare_numbers
from pipeline.records import Claim, ClaimKind

CLOSE = 0.6  # cosine from which two sentences of one article are looked at
RESTATES = 0.5  # alignment score; on raw/ and the seeds every pair above it says one thing, and none is a new fact
COVERED = 0.7  # share of the later claim's words that the earlier one has
# Earlier claims that one is held against, the nearest. Of nine articles none has more than 5 that are close; in a table
# of thousands of rows all are.
MOST = 20
AT_ONCE = 256  # claims whose scores are worked out together


def close_before(rows: Vector) -> Iterator[list[int]]:
    """For each claim, a unit row, those before it that are close, the nearest first."""
    for first in range(0, len(rows), AT_ONCE):
        scores = rows[first : first + AT_ONCE] @ rows[: first + AT_ONCE].T
        for j, own in enumerate(scores, first):
            (close,) = np.nonzero(own[:j] >= CLOSE)
            yield close[np.argsort(-own[close], kind="stable")][:MOST].tolist()


def _answers(later: Claim, earlier: Claim, score: float) -> bool:
    """Whether an answer of a FAQ restates a claim of the body, which is what such answers are there for."""
    return (
        later.kind is ClaimKind.ANSWER
        and earlier.kind in {ClaimKind.SENTENCE, ClaimKind.LIST_ITEM}
        and score >= RESTATES
    )


def _restates(later: Claim, earlier: Claim, pair: Pair) -> bool:
    alignment = pair.alignment
    covered = alignment.score >= RESTATES and alignment.coverage_b >= COVERED
    if not covered and not _answers(later, earlier, alignment.score):
        return False
    new = {(v.kind, v.low, v.high) for v in later.statement.values} - {
        (v.kind, v.low, v.high) for v in earlier.statement.values
    }
    same_side = later.statement.polarity is earlier.statement.polarity
    return same_side and not new and not two_propositions(pair) and compare_numbers(pair) is None


def find_repeats(claims: Sequence[Claim], vectors: Mapping[str, Vector]) -> tuple[str, ...]:
    """For each of an article's claims, in order, the id of the one that it restates, or ""; `vectors` as in
    `SideBySide`.
    """
    rows = rows_of(claims, vectors)
    background = Background(claims, rows)
    found: list[str] = []
    for later, before in zip(claims, close_before(rows), strict=True):
        repeat_of = ""
        for i in before:
            if claims[i].start < later.end and later.start < claims[i].end:
                continue  # a sentence that is cut into parts does not repeat itself
            pair = Pair(claims[i], later, SideBySide((claims[i],), (later,), background, vectors).alignment(0, 0))
            if _restates(later, claims[i], pair):
                repeat_of = found[i] or claims[i].claim_id
                break
        found.append(repeat_of)
    return tuple(found)
