"""Alignment: how far two claims speak of the same thing, once what both articles say all the time is set aside.

Two articles about one story share its topic in every sentence, so that plain cosine calls everything alike. Here the
mean vector of the two articles' claims is taken out, and each word counts by how rare it is in them; words are matched
softly, so that "distrust" meets "mistrust" (after BERTScore with idf weights, Zhang et al. 2020, on lemmas).

All of it rests on the two articles alone: a third one changes no verdict.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.compare.antonyms import are_opposites
from pipeline.records import Claim

SAME_WORD = 0.45  # cosine of two lemmas from which they count as alike: "mistrust" and "distrust" have 0.46
SURELY_SAME = 0.55  # from which neither is left over when the claims are laid side by side
SHRINK = 20.0  # claims; with fewer than this a mean says little about what an article says all the time
EVERYWHERE = 0.1  # share of the claims; what more of them name is the story's own cast, and tells none apart
SPECIFIC = 0.5  # weight from which a matched word is more than the story's topic
LIGHT_WEIGHT = 0.3  # of what another word as rare has: less than SPECIFIC, so that a light word never matches alone
SMOOTHING = 0.5  # claims, added to those that hold a word: half of one, as in BM25's idf
NO_LENGTH = 1e-6  # a shorter vector has no direction

# Words that rate or arrange and say nothing of the world: two sentences that share only these share nothing.
LIGHT = frozenset(
    """
    crucial critical essential important importance significant significantly vital key major notable role play factor
    include involve lead make help need way thing aspect impact influence affect effect shape understand understanding
    potential various different new good great follow say tell accord part year number other more most many country
    nation side people world today
    """.split()
)

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two claims fit: similarities in [-1, 1], coverages in [0, 1], matched words in pairs."""

    similarity: float  # of the sentences, as they are
    residual: float  # of the sentences, without the topic
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


def _cast(claims: Sequence[Claim]) -> list[frozenset[str]]:
    """For each article, the entities that it names all the time."""
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article_id, []).append(claim)
    casts = []
    for own in by_article.values():
        named = Counter(entity for claim in own for entity in claim.entity_ids)
        casts.append(frozenset(entity for entity, count in named.items() if count >= EVERYWHERE * len(own)))
    return casts


class Background:
    """What two articles say all the time: the mean of their claims, and how common each word is in them."""

    def __init__(self, claims: Sequence[Claim], vectors: Vector) -> None:
        n = len(claims)
        self.mean = vectors.mean(axis=0) * (n / (n + SHRINK)) if n else np.zeros(vectors.shape[1], dtype=np.float32)
        held = Counter(term for claim in claims for term in set(claim.statement.terms))
        top = np.log((n + SHRINK) / (1 + SMOOTHING))
        self.everywhere = frozenset.intersection(*_cast(claims)) if n >= SHRINK else frozenset()
        self.weights = {term: float(np.log((n + SHRINK) / (count + SMOOTHING)) / top) for term, count in held.items()}

    def weight(self, term: str) -> float:
        """In (0, 1]: 1 for a word that stands in one claim."""
        return self.weights[term] * (LIGHT_WEIGHT if term in LIGHT else 1.0)

    def residuals(self, rows: Vector) -> Vector:
        """The vectors without the topic, at unit length."""
        rest = rows - self.mean
        return np.asarray(rest / np.linalg.norm(rest, axis=1, keepdims=True).clip(NO_LENGTH), dtype=np.float32)


def _soft_match(a: Sequence[str], b: Sequence[str], words: Mapping[str, Vector]) -> NDArray[np.float32]:
    """Similarity of each word of `a` with each of `b`, 0 where they are different words."""
    scores = np.stack([words[t] for t in a]) @ np.stack([words[t] for t in b]).T
    exact = np.array([[s == t for t in b] for s in a])
    against = np.array([[are_opposites(s, t) for t in b] for s in a])
    return np.where(exact, 1.0, np.where((scores >= SAME_WORD) & ~against, scores, 0.0)).astype(np.float32)


def _mutual(match: NDArray[np.float32]) -> Iterator[tuple[int, int]]:
    """The words, row and column, that are each other's best match."""
    for i, j in enumerate(match.argmax(axis=1).tolist()):
        if match[i, j] > 0 and int(match[:, j].argmax()) == i:
            yield i, j


def _left_over(terms: Sequence[str], weights: NDArray[np.float64], best: NDArray[np.float32]) -> tuple[str, ...]:
    """The specific words whose best match is none."""
    scored = zip(terms, weights, best, strict=True)
    return tuple(term for term, weight, score in scored if weight >= SPECIFIC and score < SURELY_SAME)


def align(
    a: Claim, b: Claim, vector_a: Vector, vector_b: Vector, background: Background, words: Mapping[str, Vector]
) -> Alignment:
    """`words` maps each lemma to its unit vector. Symmetric but for the order of what it returns."""
    similarity = float(vector_a @ vector_b)
    beside_a, beside_b = background.residuals(np.stack([vector_a, vector_b]))
    residual = float(beside_a @ beside_b)
    terms_a, terms_b = tuple(dict.fromkeys(a.statement.terms)), tuple(dict.fromkeys(b.statement.terms))
    if not terms_a or not terms_b:
        return Alignment(similarity, residual, 0.0, 0.0, (), (), terms_a, terms_b)
    match = _soft_match(terms_a, terms_b, words)
    weight_a = np.array([background.weight(t) for t in terms_a])
    weight_b = np.array([background.weight(t) for t in terms_b])
    best_a, best_b = match.max(axis=1), match.max(axis=0)
    pairs = sorted(
        (-min(weight_a[i], weight_b[j]), terms_a[i], terms_b[j], float(match[i, j]))
        for i, j in _mutual(match)
        if min(weight_a[i], weight_b[j]) >= SPECIFIC
    )
    return Alignment(
        similarity=round(similarity, 4),
        residual=round(residual, 4),
        coverage_a=round(float(best_a @ weight_a / weight_a.sum()), 4),
        coverage_b=round(float(best_b @ weight_b / weight_b.sum()), 4),
        matched=tuple((s, t) for _, s, t, _ in pairs),
        surely=tuple((s, t) for _, s, t, score in pairs if score >= SURELY_SAME),
        only_a=_left_over(terms_a, weight_a, best_a),
        only_b=_left_over(terms_b, weight_b, best_b),
    )
