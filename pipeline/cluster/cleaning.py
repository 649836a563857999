"""Cleaning over shards: origins and what articles have in common are found by shuffles."""

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from pipeline.clean.bios import Blurb, blurbs_of, known_frames
from pipeline.clean.collection import Collection, Held, collected, held_by, site_of
from pipeline.clean.origins import FEWEST_SHARED, Imprint, Likeness, likeness, printing_of, settle_origins
from pipeline.cluster.job import Job, Sent, Step
from pipeline.cluster.meeting import Meeting, Rank
from pipeline.cluster.sending import Sending
from pipeline.one_by_one import cleaned
from pipeline.records import Article
from pipeline.workers import Runner

HELD = 300  # articles, words and shingles: some 50 MB


@dataclass(frozen=True, slots=True)
class At:
    """An article and its home."""

    imprint: Imprint
    home: int


@dataclass(frozen=True, slots=True)
class Alike:
    first: At
    second: At
    how: Likeness


@dataclass(frozen=True, slots=True)
class Origin:
    article_id: str
    origin: str
    family: str


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


def _id_of(article: Article) -> str:
    return article.article_id


def _printed(article: Article) -> tuple[Rank, AbstractSet[int]]:
    printing = printing_of(article)
    return printing.imprint.rank, printing.words.distinct


PRINTS = Sending("prints", "articles", Article, _id_of)
COPIES = Meeting("copies", PRINTS, _printed, FEWEST_SHARED)


def compare_prints(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """What the articles that meet are to each other."""
    at_hand, pairs = PRINTS.at(job, part), COPIES.pairs_at(job, part)
    looked = lru_cache(HELD)(lambda article: printing_of(at_hand[article]))
    for second, firsts in pairs.items():
        for first in firsts:
            one, other = looked(first.article_id), looked(second)
            how = likeness(one, other, len(one.words.distinct & other.words.distinct))
            if how.related:
                yield "alike", 0, Alike(At(one.imprint, first.home), At(other.imprint, part), how)
    for article in job.own("articles", part, Article):
        if article.declared_origin:
            yield "declared", 0, At(printing_of(article).imprint, part)


def find_origins(job: Job, _: int, __: Runner) -> Iterator[Sent]:
    """Who goes back to whom. One process knows all that copy or declare an origin: some 300 bytes each."""
    alike = list(job.everything("alike", Alike))
    known = {*job.everything("declared", At), *(one for pair in alike for one in (pair.first, pair.second))}
    ranked = sorted(known, key=lambda one: one.imprint.rank)
    number = {one: i for i, one in enumerate(ranked)}
    pairs = [(number[pair.first], number[pair.second], pair.how) for pair in alike]
    found = settle_origins([one.imprint for one in ranked], pairs)
    for one in ranked:
        own = one.imprint.article_id
        yield "origins", one.home, Origin(own, found.origin[own], found.family[own])


def _origins_at(job: Job, part: int) -> dict[str, Origin]:
    """The origin of every article of a part; those that nobody copies are their own."""
    own = {key: Origin(key, key, key) for key in (one.article_id for one in job.own("articles", part, Article))}
    return own | {one.article_id: one for one in job.sent("origins", part, Origin)}


def hold(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """What the articles may have in common with others, to where it is counted."""
    families = _origins_at(job, part)
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
    origins = _origins_at(job, part)
    frames = dict(job.sent("frames", part, tuple[str, frozenset[str]]))
    others: Collection = collected(job.sent("counts", part, tuple[Held, int]), frames)
    articles = job.own("articles", part, Article)
    done = cleaned([(one, origins[one.article_id].origin, others.about(one)) for one in articles], runner)
    yield from (("rejects_cleaning", part, row) for row in done.rejects)
    yield from (("cleaned", part, one) for one in done.made)


CLEANING = (
    *COPIES.steps(),
    Step("compare_prints", compare_prints),
    Step("find_origins", find_origins, once=True),
    Step("hold", hold),
    Step("share", share),
    Step("clean", clean, risky=True),
)
