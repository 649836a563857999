"""Alignment: how far two claims speak of the same thing, once what both articles say all the time is set aside.

Words are matched softly, so that "distrust" meets "mistrust", and count by how rare they are in the two articles (after
BERTScore with idf weights, Zhang et al. 2020, on lemmas). Everything that each pair of claims needs is in arrays.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.compare.antonyms import opposites_of
from pipeline.compare.background import Background, Vector, rows_of
from pipeline.records import Claim

SAME_WORD = 0.45  # cosine of two lemmas from which they count as alike: "mistrust" and "distrust" have 0.46
SURELY_SAME = 0.55  # from which neither is left over when the claims are laid side by side
SPECIFIC = 0.5  # weight from which a matched word is more than the story's topic
# Similarity without the topic from which two claims may have to do with each other: a seventh of the candidates by
# likeness lies below, and 1 in 50 of the related ones.
NEAR = 0.2

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two claims fit: similarities in [-1, 1], coverages in [0, 1], matched words in pairs."""

    similarity: float  # of the sentences, as they are
    residual: float  # of the sentences, without the topic
    lead_a: float  # how far a is more like b, without the topic, than like any other claim of b's article
    lead_b: float
    coverage_a: float  # weighted share of a's words that b has too
    coverage_b: float
    matched: tuple[tuple[str, str], ...]  # the specific words that meet, heaviest first
    surely: tuple[tuple[str, str], ...]  # those of them that are as good as the same word; what the rules rest on
    only_a: tuple[str, ...]  # the specific words of a that meet none of b
    only_b: tuple[str, ...]

    @property
    def overlap(self) -> float:
        """Harmonic mean of the coverages."""
        total = self.coverage_a + self.coverage_b
        return 2 * self.coverage_a * self.coverage_b / total if total else 0.0

    @property
    def score(self) -> float:
        """One number for how likely the two make the same proposition, before any value is looked at."""
        return round((self.residual + self.overlap) / 2, 4)


class _Words:
    """The distinct words of some claims with their weights, and which of them each claim has."""

    def __init__(self, claims: Sequence[Claim], background: Background) -> None:
        own = [tuple(dict.fromkeys(claim.statement.terms)) for claim in claims]
        self.known = sorted({term for terms in own for term in terms})
        at = {term: i for i, term in enumerate(self.known)}
        self.of = [np.array([at[term] for term in terms], dtype=np.int64) for terms in own]
        self.weights = np.array([background.weight(term) for term in self.known])

    def vectors(self, words: Mapping[str, Vector]) -> Vector:
        """A row a word."""
        return np.stack([words[term] for term in self.known])

    def named(self, which: NDArray[np.int64]) -> list[str]:
        return [self.known[i] for i in which.tolist()]


def _soft_match(a: _Words, b: _Words, words: Mapping[str, Vector]) -> Vector:
    """Similarity of each word of `a` with each of `b`, 0 where they are different words."""
    if not a.known or not b.known:
        return np.zeros((len(a.known), len(b.known)), dtype=np.float32)
    scores = np.round(a.vectors(words) @ b.vectors(words).T, 4)
    match = np.where(scores >= SAME_WORD, scores, np.float32(0))
    at = {term: j for j, term in enumerate(b.known)}
    for i, term in enumerate(a.known):
        for opposite in opposites_of(term) & at.keys():
            match[i, at[opposite]] = 0
        if term in at:
            match[i, at[term]] = 1
    return match


def _coverage(of: _Words, by: _Words, match: Vector) -> Numbers:
    """The weighted share of each claim's words, in rows, that each claim of the others has too, in columns.

    `match` has a row for each word of `of` and a column for each of `by`. A claim without words is not covered.
    """
    covered = np.zeros((len(of.of), len(by.of)))
    rows = [i for i, which in enumerate(of.of) if len(which)]
    columns = [j for j, which in enumerate(by.of) if len(which)]
    if not rows or not columns:
        return covered
    theirs, mine = [by.of[j] for j in columns], [of.of[i] for i in rows]
    best = np.maximum.reduceat(match[:, np.concatenate(theirs)], _starts(theirs), axis=1)
    flat, starts = np.concatenate(mine), _starts(mine)
    weights = of.weights[flat]
    sums = np.add.reduceat(best[flat] * weights[:, None], starts, axis=0)
    covered[np.ix_(rows, columns)] = np.round(sums / np.add.reduceat(weights, starts)[:, None], 4)
    return covered


def _starts(parts: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Where each part begins once they are put one after the other."""
    return np.cumsum([0, *map(len, parts[:-1])])


def _leads(likeness: Vector) -> Vector:
    """How far each of a row is ahead of the best other of its row, which counts as NEAR at least."""
    if not likeness.size:
        return likeness
    row = np.concatenate([likeness, np.full((len(likeness), 1), NEAR, dtype=likeness.dtype)], axis=1)
    second, first = np.sort(row, axis=1)[:, -2:].T
    best_other = np.where(likeness == first[:, None], second[:, None], first[:, None])
    return np.asarray(likeness - best_other, dtype=np.float32)


class SideBySide:
    """The claims `a` laid beside the claims `b`: arrays with a row for each of `a` and a column for each of `b`.

    They are all that their two articles claim, or it is not known which is the closest to which. `vectors` maps each
    claim's text and each of their lemmas to its unit vector.
    """

    def __init__(
        self, a: Sequence[Claim], b: Sequence[Claim], background: Background, vectors: Mapping[str, Vector]
    ) -> None:
        self.a, self.b, self.background = a, b, background
        rows_a, rows_b = rows_of(a, vectors), rows_of(b, vectors)
        self.similarity = np.round(rows_a @ rows_b.T, 4)
        self.residual = np.round(background.residuals(rows_a) @ background.residuals(rows_b).T, 4)
        self.lead_a, self.lead_b = _leads(self.residual), _leads(self.residual.T).T
        self._a, self._b = _Words(a, background), _Words(b, background)
        self._match = _soft_match(self._a, self._b, vectors)
        self.coverage_a = _coverage(self._a, self._b, self._match)
        self.coverage_b = _coverage(self._b, self._a, self._match.T).T

    def alignment(self, i: int, j: int) -> Alignment:
        """How claim `i` of `a` and claim `j` of `b` fit. Symmetric but for the order of what it returns."""
        of_a, of_b = self._a.of[i], self._b.of[j]
        terms_a, terms_b = self._a.named(of_a), self._b.named(of_b)
        weight_a, weight_b = self._a.weights[of_a], self._b.weights[of_b]
        match = self._match[np.ix_(of_a, of_b)]
        pairs = sorted(
            (-min(weight_a[x], weight_b[y]), terms_a[x], terms_b[y], float(match[x, y]))
            for x, y in _mutual(match)
            if min(weight_a[x], weight_b[y]) >= SPECIFIC
        )
        return Alignment(
            similarity=round(float(self.similarity[i, j]), 4),
            residual=round(float(self.residual[i, j]), 4),
            lead_a=round(float(self.lead_a[i, j]), 4),
            lead_b=round(float(self.lead_b[i, j]), 4),
            coverage_a=float(self.coverage_a[i, j]),
            coverage_b=float(self.coverage_b[i, j]),
            matched=tuple((s, t) for _, s, t, _ in pairs),
            surely=tuple((s, t) for _, s, t, score in pairs if score >= SURELY_SAME),
            only_a=_left_over(terms_a, weight_a, match),
            only_b=_left_over(terms_b, weight_b, match.T),
        )


def _mutual(match: Vector) -> Iterator[tuple[int, int]]:
    """The words, row and column, that are each other's best match."""
    if match.size:
        columns = match.argmax(axis=0).tolist()
        for x, y in enumerate(match.argmax(axis=1).tolist()):
            if columns[y] == x and match[x, y] > 0:
                yield x, y


def _left_over(terms: Sequence[str], weights: Numbers, match: Vector) -> tuple[str, ...]:
    """The specific words, a row each, whose best match is none; every word where there is nothing to match."""
    if not match.size:
        return tuple(terms)
    left = (weights >= SPECIFIC) & (match.max(axis=1) < SURELY_SAME)
    return tuple(term for term, is_left in zip(terms, left.tolist(), strict=True) if is_left)
