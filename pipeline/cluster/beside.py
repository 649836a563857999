"""Articles laid side by side, over shards: those of two origins that are near, and those of one."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.cluster.copying import copies_at
from pipeline.cluster.job import Job, Sent
from pipeline.compare.copies import SPEAKERS
from pipeline.workers import Runner


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


def introduce(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """A few articles of each origin to the home of those that are near, and to its own."""
    copies = copies_at(job, part)
    speakers = {first: one.articles[:SPEAKERS] for first, one in copies.items()}
    yield from (("shown", part, Shown(first, some)) for first, some in speakers.items())
    for one in dict.fromkeys(job.sent("chosen", part, Chosen)):
        yield "shown", one.other_home, Shown(one.other, speakers[one.own])


def lay_beside(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """The articles of each origin beside what it was shown, to the homes of both: as `pairs_between`, from one side."""
    copies = copies_at(job, part)
    for shown in job.sent("shown", part, Shown):
        for mine in copies[shown.to].articles:
            for its in shown.speakers:
                if mine != its:
                    near = Near(*min(mine, its), *max(mine, its))
                    yield from (("near", home, near) for home in {near.first_home, near.second_home})
