"""Background: what two articles say all the time, so that it tells none of their claims apart.

Two articles about one story share its topic in every sentence, so that plain cosine calls everything alike. Here the
mean vector of the two articles' claims is taken out, and each word counts by how rare it is in them.

All of it rests on the two articles alone: a third one changes no verdict.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.records import Claim

SHRINK = 20.0  # claims; with fewer than this a mean says little about what an article says all the time
EVERYWHERE = 0.1  # share of the claims; what more of them name is the story's own cast, and tells none apart
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


def rows_of(claims: Sequence[Claim], vectors: Mapping[str, Vector]) -> Vector:
    """The vectors of the claims' texts, a row a claim; `vectors` holds at least one."""
    rows = [vectors[claim.text] for claim in claims]
    return np.stack(rows) if rows else np.zeros((0, len(next(iter(vectors.values()), ()))), dtype=np.float32)


def _by_article(claims: Sequence[Claim]) -> list[list[Claim]]:
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article_id, []).append(claim)
    return list(by_article.values())


def _cast(articles: Sequence[Sequence[Claim]]) -> list[frozenset[str]]:
    """For each article, the entities that it names all the time."""
    casts = []
    for own in articles:
        named = Counter(entity for claim in own for entity in claim.entity_ids)
        casts.append(frozenset(entity for entity, count in named.items() if count >= EVERYWHERE * len(own)))
    return casts


def _in_both(articles: Sequence[Sequence[Claim]]) -> frozenset[str]:
    """The words that both articles use."""
    used = [frozenset(term for claim in own for term in claim.statement.terms) for own in articles]
    return frozenset.intersection(*used) if len(used) > 1 else frozenset()


class Background:
    """What two articles say all the time: the mean of their claims, and how common each word is in them."""

    def __init__(self, claims: Sequence[Claim], vectors: Vector) -> None:
        n = len(claims)
        self.mean = vectors.mean(axis=0) * (n / (n + SHRINK)) if n else np.zeros(vectors.shape[1], dtype=np.float32)
        held = Counter(term for claim in claims for term in set(claim.statement.terms))
        top = np.log((n + SHRINK) / (1 + SMOOTHING))
        articles = _by_article(claims)
        self.in_both = _in_both(articles)
        self.everywhere = frozenset.intersection(*_cast(articles)) if n >= SHRINK else frozenset()
        self.weights = {term: float(np.log((n + SHRINK) / (count + SMOOTHING)) / top) for term, count in held.items()}

    def weight(self, term: str) -> float:
        """In (0, 1]: 1 for a word that stands in one claim."""
        return self.weights[term] * (LIGHT_WEIGHT if term in LIGHT else 1.0)

    def residuals(self, rows: Vector) -> Vector:
        """The vectors without the topic, at unit length."""
        rest = rows - self.mean
        return np.asarray(rest / np.linalg.norm(rest, axis=1, keepdims=True).clip(NO_LENGTH), dtype=np.float32)
