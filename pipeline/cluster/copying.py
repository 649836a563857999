"""Copies over shards: the articles of one origin are one voice, and what they say in the same words is one claim."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from pipeline.cluster.job import Job, Sent
from pipeline.compare.origin import main_origin
from pipeline.records import Claim
from pipeline.workers import Runner


@dataclass(frozen=True, slots=True)
class Printed:
    """An article that claims something, and its origin."""

    origin_id: str
    article_id: str
    home: int


@dataclass(frozen=True, slots=True)
class Said:
    """A claim, and a digest of its words and origin. What share one by chance are grouped in one place, and no more."""

    words: bytes
    claim_id: str
    home: int


@dataclass(frozen=True, slots=True)
class Copies:
    """The articles of one origin, by id, each with its home. The first speaks for all."""

    articles: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that may be in one group."""

    claim_a: str
    home_a: int
    claim_b: str
    home_b: int


def told_of(job: Job, part: int, article_id: str, claims: tuple[Claim, ...]) -> Iterator[Sent]:
    """What is to be known of an article where its copies are found."""
    if claims:
        origin = main_origin(claims)
        yield "printed", job.part_of(origin), Printed(origin, article_id, part)
    for claim in claims:
        words = sha256(f"{claim.origin_id}\n{claim.text}".encode()).digest()[:8]
        yield "said", job.part_of(words.hex()), Said(words, claim.claim_id, part)


def join_copies(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """Which articles have one origin, to the home of the first; how many origins there are; which claims are one."""
    printed: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for one in job.sent("printed", part, Printed):
        printed[one.origin_id].append((one.article_id, one.home))
    for articles in printed.values():
        copies = Copies(tuple(sorted(articles)))
        yield "copies", copies.articles[0][1], copies
    yield "origins_met", 0, len(printed)
    said: dict[bytes, Said] = {}
    for claim in job.sent("said", part, Said):
        first = said.setdefault(claim.words, claim)
        if first is not claim:
            yield "same_words", 0, Link(first.claim_id, first.home, claim.claim_id, claim.home)


def copies_at(job: Job, part: int) -> dict[str, Copies]:
    """The origins of which the first article is at home in a part, by that article."""
    return {one.articles[0][0]: one for one in job.sent("copies", part, Copies)}
