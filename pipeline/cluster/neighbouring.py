"""Neighbours over shards: words are counted by a shuffle, and articles meet by those that are not common."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.cluster.job import Job, Sent, Step
from pipeline.compare.claims import make_claims
from pipeline.compare.comparison import claims_of
from pipeline.compare.language import is_english
from pipeline.compare.neighbours import COMMON, nearest, shared_likeness, spoken_of, weight_of
from pipeline.compare.silence import asks_all
from pipeline.records import Article, Claim, TaggedArticle
from pipeline.tag.entities import with_names
from pipeline.workers import Runner


@dataclass(frozen=True, slots=True)
class Claimed:
    """An article that is compared, with its claims."""

    article: Article
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Census:
    """What is counted of the articles of a part."""

    part: int
    articles: tuple[str, ...]  # ids, where they are few
    count: int
    sites: dict[str, int]


@dataclass(frozen=True, slots=True)
class Totals:
    """The same of all: how many are compared, which where they are few, and how many each site of a part has."""

    count: int
    everyone: tuple[str, ...]
    sites: dict[str, int]


@dataclass(frozen=True, slots=True)
class Counted:
    part: int
    held: dict[str, int]  # how many articles of the part speak of each thing


@dataclass(frozen=True, slots=True)
class Speaks:
    """An article, and the weights of the things that it speaks of, those that go to one part."""

    article_id: str
    home: int
    length: float
    weights: dict[str, int]


@dataclass(frozen=True, slots=True)
class Shares:
    """What two articles share of the things of one part."""

    article_id: str
    length: float
    other: str
    other_home: int
    other_length: float
    weight: float


@dataclass(frozen=True, slots=True)
class Near:
    """Two articles that may be about one story, the smaller id first."""

    first: str
    first_home: int
    second: str
    second_home: int


def claim(job: Job, part: int, runner: Runner) -> Iterator[Sent]:
    """The claims of the articles, their names resolved; and what is to be counted of all articles."""
    names = {one.clean.article.article_id: one for one in job.sent("resolved", part, TaggedArticle)}
    done = [with_names(one, names[one.clean.article.article_id]) for one in job.own("tagged", part, TaggedArticle)]
    yield from (("read", part, one) for one in done)
    compared = [one for one in done if is_english(one)]
    others = (own for one in done if not is_english(one) for own in make_claims(one))
    yield from (("uncompared", part, own) for own in others)
    claims, _ = claims_of(compared, runner)
    articles = [one.clean.article for one in compared]
    yield from (("claims", part, Claimed(*both)) for both in zip(articles, map(tuple, claims), strict=True))
    ids = tuple(article.article_id for article in articles)
    sites = Counter(article.metadata.site for article in articles)
    yield "census", 0, Census(part, ids if asks_all(len(ids)) else (), len(ids), dict(sites))
    held: dict[int, Counter[str]] = defaultdict(Counter)
    for thing, count in Counter(thing for own in claims for thing in spoken_of(own)).items():
        held[job.part_of(thing)][thing] = count
    yield from (("counted", to, Counted(part, dict(things))) for to, things in held.items())


def total(job: Job, _: int, __: Runner) -> Iterator[Sent]:
    """How many articles there are in all, and of each site. One process knows the sites."""
    parts = list(job.everything("census", Census))
    sites: Counter[str] = Counter()
    for one in parts:
        sites.update(one.sites)
    count = sum(one.count for one in parts)
    everyone = tuple(sorted(own for one in parts for own in one.articles)) if asks_all(count) else ()
    for one in parts:
        yield "totals", one.part, Totals(count, everyone, {site: sites[site] for site in one.sites})


def totals_at(job: Job, part: int) -> Totals:
    """The totals that a part was sent."""
    found: Totals = next(job.sent("totals", part, Totals))
    return found


def count(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """How many articles speak of each thing, to all parts that do."""
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
    articles = totals_at(job, part).count
    for one in job.own("claims", part, Claimed):
        weights = {thing: weight_of(held[thing], articles) for thing in spoken_of(one.claims)}
        length = math.sqrt(sum(weights.values()))
        goes: dict[int, dict[str, int]] = defaultdict(dict)
        for thing, weight in weights.items():
            if 1 < held[thing] <= COMMON:
                goes[job.part_of(thing)][thing] = weight
        for to, some in goes.items():
            yield "speaks", to, Speaks(one.article.article_id, part, length, some)


def meet(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """How much of the things of this part two articles share, to the homes of both."""
    articles = list(job.sent("speaks", part, Speaks))
    holders: dict[str, list[int]] = defaultdict(list)
    weights: dict[str, int] = {}
    for i, one in enumerate(articles):
        weights |= one.weights
        for thing in one.weights:
            holders[thing].append(i)
    keys, sums = _pairs(holders, weights, len(articles))
    for key, weight in zip(keys.tolist(), sums.tolist(), strict=True):
        one, other = (articles[i] for i in divmod(key, len(articles)))
        yield "shares", one.home, Shares(one.article_id, one.length, other.article_id, other.home, other.length, weight)


def _pairs(
    holders: dict[str, list[int]], weights: dict[str, int], articles: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Ordered pairs of holders as `one * articles + other`, and the weight of what they share."""
    keys, added = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    for thing, held in holders.items():
        one = np.array(held, dtype=np.int64)
        pairs = (one[:, None] * articles + one)[~np.eye(len(one), dtype=bool)]
        keys.append(pairs)
        added.append(np.full(len(pairs), float(weights[thing])))
    distinct, where = np.unique(np.concatenate(keys), return_inverse=True)
    sums = np.bincount(where, np.concatenate(added), minlength=len(distinct))
    return distinct, np.asarray(sums, dtype=np.float64)


def choose(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """The neighbours of each article, to the homes of both."""
    met: dict[str, dict[str, Shares]] = defaultdict(dict)
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for one in job.sent("shares", part, Shares):
        met[one.article_id][one.other] = one
        sums[one.article_id, one.other] += one.weight
    for article, others in met.items():
        ordered = [others[other] for other in sorted(others)]
        shared = np.array([sums[article, one.other] for one in ordered], dtype=np.float64)
        lengths = np.array([one.other_length for one in ordered])
        scores = shared_likeness(shared, lengths, ordered[0].length)
        for i in nearest(np.arange(len(ordered)), scores):
            mine, its = (article, part), (ordered[i].other, ordered[i].other_home)
            near = Near(*min(mine, its), *max(mine, its))
            yield from (("near", home, near) for home in {near.first_home, near.second_home})


NEIGHBOURING = (
    Step("claim", claim),
    Step("total", total, once=True),
    Step("count", count),
    Step("weigh", weigh),
    Step("meet", meet),
    Step("choose", choose),
)
