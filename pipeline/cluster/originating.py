"""Origins over shards: copies meet by their shingles, and are compared where the later one is at home."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from pipeline.clean.origins import FEWEST_SHARED, Imprint, Likeness, likeness, printing_of, settle_origins
from pipeline.cluster.job import Job, Sent, Step
from pipeline.cluster.meeting import Meeting, Rank
from pipeline.cluster.sending import Sending
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


def origins_at(job: Job, part: int) -> dict[str, Origin]:
    """The origin of every article of a part; those that nobody copies are their own."""
    own = {key: Origin(key, key, key) for key in (one.article_id for one in job.own("articles", part, Article))}
    return own | {one.article_id: one for one in job.sent("origins", part, Origin)}


ORIGINATING = (
    *COPIES.steps(),
    Step("compare_prints", compare_prints),
    Step("find_origins", find_origins, once=True),
)
