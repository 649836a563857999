"""What articles speak of, over shards: how many do is counted by a shuffle, and says where they meet."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.cluster.claiming import Claimed, totals_at
from pipeline.cluster.copying import copies_at
from pipeline.cluster.job import Job, Sent
from pipeline.compare.neighbours import COMMON, spoken_of, weight_of
from pipeline.workers import Runner


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


def _spoken_of_at(job: Job, part: int) -> Iterator[tuple[str, frozenset[str]]]:
    """What each of those articles speaks of."""
    copies = copies_at(job, part)
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
