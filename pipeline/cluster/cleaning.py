"""Cleaning over shards: what articles have in common is found by shuffles."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.clean.bios import Blurb, blurbs_of, known_frames
from pipeline.clean.collection import Collection, Held, collected, held_by, site_of
from pipeline.cluster.job import Job, Sent, Step
from pipeline.cluster.originating import ORIGINATING, origins_at
from pipeline.one_by_one import cleaned
from pipeline.records import Article
from pipeline.workers import Runner


@dataclass(frozen=True, slots=True)
class Holds:
    held: Held
    family: str
    home: int


@dataclass(frozen=True, slots=True)
class Tells:
    site: str
    blurb: Blurb
    family: str
    home: int


def hold(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """What the articles may have in common with others, to where it is counted."""
    families = origins_at(job, part)
    found: set[Holds] = set()
    for article in job.own("articles", part, Article):
        family, site = families[article.article_id].family, site_of(article)
        found |= {Holds(held, family, part) for held in held_by(article)}
        told = (Tells(site, blurb, family, part) for blurb in blurbs_of(article))
        yield from (("tells", job.part_of(site), one) for one in told)
    yield from (("holds", job.part_of(one.held.site + one.held.words), one) for one in found)


def share(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """What several independent articles hold, to the homes of all that hold it."""
    families: dict[Held, set[str]] = defaultdict(set)
    homes: dict[Held, set[int]] = defaultdict(set)
    for one in job.sent("holds", part, Holds):
        families[one.held].add(one.family)
        homes[one.held].add(one.home)
    for held, independent in families.items():
        if len(independent) > 1:
            yield from (("counts", home, (held, len(independent))) for home in homes[held])
    told: dict[str, list[Tells]] = defaultdict(list)
    for tells in job.sent("tells", part, Tells):
        told[tells.site].append(tells)
    for site, tellings in told.items():
        if frames := known_frames((one.family, one.blurb) for one in tellings):
            yield from (("frames", home, (site, frames)) for home in {one.home for one in tellings})


def clean(job: Job, part: int, runner: Runner) -> Iterator[Sent]:
    """The articles without what is not their own statement."""
    origins = origins_at(job, part)
    frames = dict(job.sent("frames", part, tuple[str, frozenset[str]]))
    others: Collection = collected(job.sent("counts", part, tuple[Held, int]), frames)
    articles = job.own("articles", part, Article)
    done = cleaned([(one, origins[one.article_id].origin, others.about(one)) for one in articles], runner)
    yield from (("rejects_cleaning", part, row) for row in done.rejects)
    yield from (("cleaned", part, one) for one in done.made)


CLEANING = (
    *ORIGINATING,
    Step("hold", hold),
    Step("share", share),
    Step("clean", clean, risky=True),
)
