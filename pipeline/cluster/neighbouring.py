"""Neighbours over shards: words are counted by a shuffle, and articles meet by those that are not common.

Copies are one voice: the first article of an origin speaks for all, and whom it is near they are laid beside.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.cluster.claiming import Claimed, claim, total, totals_at
from pipeline.cluster.copying import Copies, join_copies
from pipeline.cluster.job import Job, Sent, Step
from pipeline.compare.copies import SPEAKERS
from pipeline.compare.neighbours import COMMON, nearest, shared_likeness, spoken_of, weight_of
from pipeline.workers import Runner

PAIRS_AT_ONCE = 5_000_000  # 80 MB


@dataclass(frozen=True, slots=True)
class Counted:
    part: int
    held: dict[str, int]  # how many origins, of which the first article is in the part, speak of each thing


@dataclass(frozen=True, slots=True)
class Speaks:
    """An article, and the weights of the things that it speaks of, those that go to one part."""

    article_id: str
    home: int
    length: float
    weights: dict[str, int]


@dataclass(frozen=True, slots=True)
class Shares:
    """What an article shares with others of the things of one part. Packed, because there are thousands an article."""

    article_id: str
    length: float
    others: str  # ids, a line each
    homes: bytes  # int32
    lengths: bytes  # float64
    weights: bytes  # float64, whole numbers


@dataclass(frozen=True, slots=True)
class Chosen:
    """An article that speaks for an origin, and one that speaks for another which is near."""

    own: str
    other: str
    other_home: int


@dataclass(frozen=True, slots=True)
class Shown:
    """Articles that those of an origin are laid beside; the origin by the article that speaks for it."""

    to: str
    speakers: tuple[tuple[str, int], ...]  # each with its home


@dataclass(frozen=True, slots=True)
class Near:
    """Two articles that may be about one story, the smaller id first."""

    first: str
    first_home: int
    second: str
    second_home: int


def _copies_at(job: Job, part: int) -> dict[str, Copies]:
    """The origins of which the first article is at home in a part, by that article."""
    return {one.articles[0][0]: one for one in job.sent("copies", part, Copies)}


def _spoken_of_at(job: Job, part: int) -> Iterator[tuple[str, frozenset[str]]]:
    """What each of those articles speaks of."""
    copies = _copies_at(job, part)
    for one in job.own("claims", part, Claimed):
        if one.article.article_id in copies:
            yield one.article.article_id, spoken_of(one.claims)


def speak(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """What the origins speak of, to where it is counted."""
    held: dict[int, Counter[str]] = defaultdict(Counter)
    for thing, number in Counter(thing for _, things in _spoken_of_at(job, part) for thing in things).items():
        held[job.part_of(thing)][thing] = number
    yield from (("counted", to, Counted(part, dict(things))) for to, things in held.items())


def count(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """How many origins speak of each thing, to all parts that do."""
    counted = list(job.sent("counted", part, Counted))
    sums: Counter[str] = Counter()
    for one in counted:
        sums.update(one.held)
    yield from (("frequencies", one.part, {thing: sums[thing] for thing in one.held}) for one in counted)


def weigh(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """The articles to where they meet, by all that they speak of and that is neither theirs alone nor common."""
    held: dict[str, int] = {}
    for some in job.sent("frequencies", part, dict[str, int]):
        held |= some
    origins = totals_at(job, part).origins
    for article, things in _spoken_of_at(job, part):
        weights = {thing: weight_of(held[thing], origins) for thing in things}
        length = math.sqrt(sum(weights.values()))
        goes: dict[int, dict[str, int]] = defaultdict(dict)
        for thing, weight in weights.items():
            if 1 < held[thing] <= COMMON:
                goes[job.part_of(thing)][thing] = weight
        for to, some in goes.items():
            yield "speaks", to, Speaks(article, part, length, some)


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


def introduce(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """A few articles of each origin to the home of those that are near, and to its own."""
    copies = _copies_at(job, part)
    speakers = {first: one.articles[:SPEAKERS] for first, one in copies.items()}
    yield from (("shown", part, Shown(first, some)) for first, some in speakers.items())
    for one in set(job.sent("chosen", part, Chosen)):
        yield "shown", one.other_home, Shown(one.other, speakers[one.own])


def lay_beside(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """The articles of each origin beside what it was shown, to the homes of both: as `pairs_between`, from one side."""
    copies = _copies_at(job, part)
    for shown in job.sent("shown", part, Shown):
        for mine in copies[shown.to].articles:
            for its in shown.speakers:
                if mine != its:
                    near = Near(*min(mine, its), *max(mine, its))
                    yield from (("near", home, near) for home in {near.first_home, near.second_home})


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
