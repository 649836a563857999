"""Neighbours: the articles that may be about one story, so that a folder of many stories costs what its stories cost.

Two articles are alike as far as they use the same words and names, each counted by how rare it is among all articles
(tf-idf, Salton and Buckley 1988, without the tf: what an article speaks of counts once). Only the claims of
neighbours are looked at.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.compare.copies import pairs_between
from pipeline.records import Claim

# Cosine. With 192 stories of four articles in one folder (training/stories), 1 pair in 1,000 of one story lies below,
# and 97 in 100 of two stories; of stories in a folder of their own, none of a dozen has a pair below.
FLOOR = 0.05
MOST = 50  # neighbours of an origin; a story that more articles tell is joined through those that they share
SMOOTHING = 100.0  # articles, added to all: in a folder of two, what both speak of still counts
COMMON = 1_000  # articles; what more of them speak of has next to no weight, and would cost the square of their number

NOBODY, NO_SCORES = np.zeros(0, dtype=np.int64), np.zeros(0)


def _holders(spoken_of: Sequence[frozenset[str]]) -> dict[str, NDArray[np.int64]]:
    """The articles that speak of each thing, by index."""
    holders: dict[str, list[int]] = defaultdict(list)
    for article, things in enumerate(spoken_of):
        for thing in things:
            holders[thing].append(article)
    return {thing: np.array(held) for thing, held in holders.items()}


def _spoken_of(claims: Sequence[Claim]) -> frozenset[str]:
    words = {term for claim in claims for term in claim.statement.terms}
    return frozenset(words | {f"@{entity}" for claim in claims for entity in claim.entity_ids})


def alike(spoken_of: Sequence[frozenset[str]]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """For each article the indices of those that share something with it, and how alike they are, in (0, 1]."""
    n = len(spoken_of)
    holders = _holders(spoken_of)
    weights = {thing: float(np.log((n + SMOOTHING) / len(held))) ** 2 for thing, held in holders.items()}
    lengths = np.array([math.fsum(weights[thing] for thing in things) ** 0.5 for things in spoken_of])
    for article, things in enumerate(spoken_of):
        shared = sorted(thing for thing in things if 1 < len(holders[thing]) <= COMMON)
        if not shared:
            yield NOBODY, NO_SCORES
            continue
        held = [holders[thing] for thing in shared]
        added = np.repeat([weights[thing] for thing in shared], [len(some) for some in held])
        sums = np.bincount(np.concatenate(held), added, minlength=n)
        sums[article] = 0
        (others,) = np.nonzero(sums)
        yield others, np.round(sums[others] / (lengths[others] * lengths[article]), 4)


def find_neighbours(articles: Sequence[Sequence[Claim]]) -> list[tuple[int, int]]:
    """Index pairs (i < j) of articles that may be about one story, sorted. `articles` are the claims of each.

    Copies count as one: what the first of an origin is like, they all are.
    """
    origins: dict[str, list[int]] = defaultdict(list)
    for i, claims in enumerate(articles):
        origins[claims[0].origin_id if claims else ""].append(i)
    origins.pop("", None)
    told = [origins[origin] for origin in sorted(origins)]
    pairs = {pair for copies in told for pair in pairs_between(copies, copies)}
    for first, (others, scores) in enumerate(alike([_spoken_of(articles[copies[0]]) for copies in told])):
        near = np.lexsort((others, -scores))[:MOST]
        for other in others[near[scores[near] >= FLOOR]].tolist():
            pairs.update(pairs_between(told[first], told[other]))
    return sorted(pairs)
