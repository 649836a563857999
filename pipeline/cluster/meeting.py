"""Texts that share shingles, found by a shuffle of the shingles: what `sharing` finds where all texts are at hand."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

import numpy as np

from pipeline.clean.shingles import as_array, meetings
from pipeline.cluster.job import Job, Sent, Step
from pipeline.cluster.sending import Sending
from pipeline.workers import Runner

Rank = tuple[bool | int | str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A text: what it comes by in the order of all, and where it is at home."""

    rank: Rank
    article_id: str
    home: int


@dataclass(frozen=True, slots=True)
class Holding:
    place: Place
    shingles: bytes  # int64, those that go to one part


@dataclass(frozen=True, slots=True)
class Met:
    first: Place
    second: Place
    count: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """The pairs of texts that meet often enough, each at the home of its second, with the first sent there."""

    name: str
    sending: Sending
    look: Callable[[Any], tuple[Rank, AbstractSet[int]]]  # at an article: its rank and its distinct shingles
    fewest: int

    def steps(self) -> Sequence[Step]:
        """In order."""
        return (
            Step(f"{self.name}_scatter", self.scatter),
            Step(f"{self.name}_meet", self.meet),
            Step(f"{self.name}_pair", self.pair),
            self.sending.step(),
        )

    def scatter(self, job: Job, part: int, _: Runner) -> Iterator[Sent]:
        """Each shingle to the part where its holders meet."""
        for article in job.own(self.sending.table, part, self.sending.kind):
            rank, distinct = self.look(article)
            place = Place(rank, self.sending.id_of(article), part)
            shingles = as_array(distinct)
            goes = shingles.view(np.uint64) % np.uint64(job.parts)
            for to in np.unique(goes).tolist():
                yield f"{self.name}_held", to, Holding(place, shingles[goes == to].tobytes())

    def meet(self, job: Job, part: int, _: Runner) -> Iterator[Sent]:
        """How often texts meet here, to the home of the second."""
        held = sorted(job.sent(f"{self.name}_held", part, Holding), key=lambda one: one.place.rank)
        found = meetings([np.frombuffer(one.shingles, dtype=np.int64) for one in held])
        for pair, count in zip(*found, strict=True):
            first, second = (held[i].place for i in divmod(pair, len(held)))
            yield f"{self.name}_met", second.home, Met(first, second, count)

    def pair(self, job: Job, part: int, _: Runner) -> Iterator[Sent]:
        """The pairs that meet often enough in all, and who is wanted for them."""
        counts: Counter[tuple[Place, Place]] = Counter()
        for met in job.sent(f"{self.name}_met", part, Met):
            counts[met.first, met.second] += met.count
        for (first, second), count in counts.items():
            if count >= self.fewest:
                yield f"{self.name}_pairs", part, Met(first, second, count)
                if first.home != part:
                    yield self.sending.want(first.article_id, first.home, part)

    def pairs_at(self, job: Job, part: int) -> dict[str, list[Place]]:
        """For each article of a part that is second in a pair the first ones, in order."""
        found: dict[str, list[Place]] = defaultdict(list)
        for met in job.own(f"{self.name}_pairs", part, Met):
            found[met.second.article_id].append(met.first)
        return {second: sorted(firsts, key=lambda place: place.rank) for second, firsts in found.items()}
