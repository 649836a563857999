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
from pipeline.compare.origin import by_origin
from pipeline.records import Claim

# Cosine. With 192 stories of four articles in one folder (training/stories), 1 pair in 1,000 of one story lies below,
# and 97 in 100 of two stories; of stories in a folder of their own, none of a dozen has a pair below.
FLOOR = 0.05
# Of the likeness of an article to the one that is most like it and no copy: of 681 stories in one folder 1 pair in 100
# of one story lies below, and 9 in 10 of those that two stories have above the floor. Between articles of one story
# in a folder of their own the least is 0.5. Stories of one kind, told in the same words, are told apart by this alone.
SHARE = 0.38
COPY = 0.6  # of those stories, told by four newsrooms each, none are so alike (0.47 at most)
MOST = 50  # neighbours of an origin; a story that more articles tell is joined through those that they share
UNIT = 2**20  # of which a weight has a whole number, so that a sum is the same in whatever order it is made
SMOOTHING = 100.0  # articles, added to all: in a folder of two, what both speak of still counts
COMMON = 1_000  # articles; what more of them speak of has next to no weight, and would cost the square of their number

NOBODY, NO_SCORES = np.zeros(0, dtype=np.int64), np.zeros(0)


def _holders(things: Sequence[frozenset[str]]) -> dict[str, NDArray[np.int64]]:
    """The articles that speak of each thing, by index."""
    holders: dict[str, list[int]] = defaultdict(list)
    for article, own in enumerate(things):
        for thing in own:
            holders[thing].append(article)
    return {thing: np.array(held) for thing, held in holders.items()}


def spoken_of(claims: Sequence[Claim]) -> frozenset[str]:
    """The words and names of an article's claims."""
    words = {term for claim in claims for term in claim.statement.terms}
    return frozenset(words | {f"@{entity}" for claim in claims for entity in claim.entity_ids})


def weight_of(held: int, articles: int) -> int:
    """What it counts that two share a thing of which so many speak, of so many articles; in UNITs."""
    return round(math.log((articles + SMOOTHING) / held) ** 2 * UNIT)


def shared_likeness(shared: NDArray[np.float64], lengths: NDArray[np.float64], own: float) -> NDArray[np.float64]:
    """How alike one article of a length is to others, in (0, 1], from the weight of what they share."""
    return np.asarray(np.round(shared / (lengths * own), 4), dtype=np.float64)


def nearest(others: NDArray[np.int64], scores: NDArray[np.float64]) -> list[int]:
    """Those of the others that are near enough, the most alike first, then the first.

    It is enough that one of two finds the other so: beside a copy that was rewritten, all else looks far away.
    """
    closest = scores[scores < COPY].max(initial=0.0)
    near = np.lexsort((others, -scores))[:MOST]
    found: list[int] = others[near[scores[near] >= max(FLOOR, round(SHARE * closest, 4))]].tolist()
    return found


def alike(things: Sequence[frozenset[str]]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """For each article the indices of those that share something with it, and how alike they are, in (0, 1]."""
    n = len(things)
    holders = _holders(things)
    weights = {thing: weight_of(len(held), n) for thing, held in holders.items()}
    lengths = np.array([math.sqrt(sum(weights[thing] for thing in own)) for own in things])
    for article, own in enumerate(things):
        shared = [thing for thing in own if 1 < len(holders[thing]) <= COMMON]
        if not shared:
            yield NOBODY, NO_SCORES
            continue
        held = [holders[thing] for thing in shared]
        added = np.repeat([float(weights[thing]) for thing in shared], [len(some) for some in held])
        sums = np.asarray(np.bincount(np.concatenate(held), added, minlength=n), dtype=np.float64)
        sums[article] = 0
        (others,) = np.nonzero(sums)
        yield others, shared_likeness(sums[others], lengths[others], lengths[article])


def find_neighbours(articles: Sequence[Sequence[Claim]]) -> list[tuple[int, int]]:
    """Index pairs (i < j) of articles that may be about one story, sorted. `articles` are the claims of each.

    Copies count as one: what the first of an origin is like, they all are.
    """
    told = by_origin(articles)
    pairs = {pair for copies in told for pair in pairs_between(copies, copies)}
    for first, (others, scores) in enumerate(alike([spoken_of(articles[copies[0]]) for copies in told])):
        for other in nearest(others, scores):
            pairs.update(pairs_between(told[first], told[other]))
    return sorted(pairs)
