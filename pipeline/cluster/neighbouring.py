"""Neighbours over shards: words are counted by a shuffle, and articles meet by those that are not common.

Copies are one voice: the first article of an origin speaks for all, and whom it is near they are laid beside.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.cluster.beside import Chosen, introduce, lay_beside
from pipeline.cluster.claiming import claim, total
from pipeline.cluster.copying import join_copies
from pipeline.cluster.job import Job, Sent, Step
from pipeline.cluster.weighing import Speaks, count, speak, weigh
from pipeline.compare.neighbours import nearest, shared_likeness
from pipeline.workers import Runner

PAIRS_AT_ONCE = 5_000_000  # 80 MB


@dataclass(frozen=True, slots=True)
class Shares:
    """What an article shares with others of the things of one part. Packed, because there are thousands an article."""

    article_id: str
    length: float
    others: str  # ids, a line each
    homes: bytes  # int32
    lengths: bytes  # float64
    weights: bytes  # float64, whole numbers


def meet(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """How much of the things of this part two articles share, to the homes of both."""
    articles = list(job.sent("speaks", part, Speaks))
    ids = np.array([one.article_id for one in articles])
    homes = np.array([one.home for one in articles], dtype=np.int32)
    lengths = np.array([one.length for one in articles])
    holders: dict[str, list[int]] = defaultdict(list)
    weights: dict[str, int] = {}
    for i, one in enumerate(articles):
        weights |= one.weights
        for thing in one.weights:
            holders[thing].append(i)
    for keys, sums in _pairs(holders, weights, len(articles)):
        owners, others = np.divmod(keys, len(articles))
        found, starts = np.unique(owners, return_index=True)
        for i, own, added in zip(found.tolist(), np.split(others, starts[1:]), np.split(sums, starts[1:]), strict=True):
            told = homes[own].tobytes(), lengths[own].tobytes(), added.tobytes()
            yield (
                "shares",
                int(homes[i]),
                Shares(articles[i].article_id, articles[i].length, "\n".join(ids[own]), *told),
            )


def _pairs(
    holders: Mapping[str, Sequence[int]], weights: Mapping[str, int], articles: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """Ordered pairs of holders as `one * articles + other`, sorted, and the weight of what they share, in batches.

    A pair may be in several of them: weights are whole numbers, so that it is the same wherever they are added up.
    """
    keys: list[NDArray[np.int64]] = []
    added: list[NDArray[np.float64]] = []
    size = 0
    for thing, held in [*holders.items(), ("", ())]:
        if keys and (not held or size > PAIRS_AT_ONCE):
            distinct, where = np.unique(np.concatenate(keys), return_inverse=True)
            yield distinct, np.asarray(np.bincount(where, np.concatenate(added)), dtype=np.float64)
            keys, added, size = [], [], 0
        one = np.array(held, dtype=np.int64)
        pairs = (one[:, None] * articles + one)[~np.eye(len(one), dtype=bool)]
        keys.append(pairs)
        added.append(np.full(len(pairs), float(weights.get(thing, 0))))
        size += len(pairs)


def _scores(shares: Sequence[Shares]) -> tuple[list[str], NDArray[np.int32], NDArray[np.float64]]:
    """The ids of those that one article shares something with, in order, their homes, and how alike they are."""
    homes = np.concatenate([np.frombuffer(one.homes, dtype=np.int32) for one in shares])
    lengths = np.concatenate([np.frombuffer(one.lengths) for one in shares])
    weights = np.concatenate([np.frombuffer(one.weights) for one in shares])
    names = np.array([name for one in shares for name in one.others.split("\n")])
    ids, first, where = np.unique(names, return_index=True, return_inverse=True)
    shared = np.asarray(np.bincount(where, weights), dtype=np.float64)
    return ids.tolist(), homes[first], shared_likeness(shared, lengths[first], shares[0].length)


def choose(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """The neighbours of each article that speaks, to the homes of both."""
    met: dict[str, list[Shares]] = defaultdict(list)
    for one in job.sent("shares", part, Shares):
        met[one.article_id].append(one)
    for article, shares in met.items():
        others, homes, scores = _scores(shares)
        for i in nearest(np.arange(len(others)), scores):
            yield "chosen", part, Chosen(article, others[i], int(homes[i]))
            yield "chosen", int(homes[i]), Chosen(others[i], article, part)


NEIGHBOURING = (
    Step("claim", claim),
    Step("join_copies", join_copies),
    Step("total", total, once=True),
    Step("speak", speak),
    Step("count", count),
    Step("weigh", weigh),
    Step("meet", meet),
    Step("choose", choose),
    Step("introduce", introduce),
    Step("lay_beside", lay_beside),
)
