"""Corroboration: a contradiction that is not sure enough by itself is believed where another voice bears it out.

"The visits never resumed" may or may not deny that "visits went on until 2022". Where a third article puts the first in
words of its own, and these contradict the second too, it is hardly by chance.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.compare.belief import LEAST
from pipeline.records import Claim, ClaimPair, Relation

WORD_FOR_WORD = 1.0  # confidence of an agreement in the same words: of those the model has nothing new to say


class _Told:
    """Who says the same in other words, and who contradicts whom, surely or not."""

    def __init__(self, claims: Iterable[Claim], pairs: Sequence[ClaimPair], doubtful: Sequence[ClaimPair]) -> None:
        self._origin = {claim.claim_id: claim.origin_id for claim in claims}
        self._alike: dict[str, dict[str, str]] = defaultdict(dict)
        self._against: dict[str, dict[str, float]] = defaultdict(dict)
        for row in pairs:
            if (row.relation is Relation.AGREE and row.confidence < WORD_FOR_WORD) or row.one_says_more:
                self._alike[row.claim_a][row.claim_b] = row.text_b
                self._alike[row.claim_b][row.claim_a] = row.text_a
        for row in (*doubtful, *(row for row in pairs if row.relation is Relation.CONFLICT)):
            self._against[row.claim_a][row.claim_b] = self._against[row.claim_b][row.claim_a] = row.confidence

    def _beside(self, one: str, other: str) -> Iterator[tuple[float, str]]:
        """What another voice has for the one that contradicts the other, how surely, and in which words."""
        for alike, words in self._alike[one].items():
            if alike in self._against[other] and self._origin[alike] != self._origin[one]:
                yield -self._against[other][alike], words

    def bearing_out(self, row: ClaimPair) -> str:
        """The words of another voice that contradict the one or the other claim most surely, or ""."""
        found = [*self._beside(row.claim_a, row.claim_b), *self._beside(row.claim_b, row.claim_a)]
        return min(found)[1] if found else ""


def corroborated(
    claims: Iterable[Claim], pairs: Sequence[ClaimPair], doubtful: Sequence[ClaimPair]
) -> tuple[ClaimPair, ...]:
    """The pairs, sorted, with those of the doubtful conflicts among them that another voice bears out.

    `claims` are those of the pairs. What bears a doubtful one out may be doubtful itself.
    """
    told = _Told(claims, pairs, doubtful)
    found: Mapping[tuple[str, str], ClaimPair] = {(row.claim_a, row.claim_b): row for row in pairs} | {
        (row.claim_a, row.claim_b): replace(
            row, confidence=LEAST, explanation=f"{row.explanation} Another voice has it too: “{words}”"
        )
        for row in doubtful
        if (words := told.bearing_out(row))
    }
    return tuple(found[both] for both in sorted(found))
