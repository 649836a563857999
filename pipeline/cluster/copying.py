"""Copies over shards: the articles of one origin are one voice, and what they say in the same words is one claim."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from pipeline.cluster.job import Job, Sent
from pipeline.cluster.sending import Wanted
from pipeline.compare.copies import echoing
from pipeline.compare.origin import main_origin
from pipeline.records import Claim
from pipeline.workers import Runner


@dataclass(frozen=True, slots=True)
class Printed:
    """An article that claims something, and its origin."""

    origin_id: str
    article_id: str
    home: int
    words: dict[str, bytes]  # of each claim, by id: a digest of its words and their origin


@dataclass(frozen=True, slots=True)
class Echoes:
    """An article, and the ids of its claims that are left to a copy which says the same."""

    article_id: str
    claims: frozenset[str]


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
    words = {claim.claim_id: sha256(f"{claim.origin_id}\n{claim.text}".encode()).digest() for claim in claims}
    if claims:
        origin = main_origin(claims)
        yield "printed", job.part_of(origin), Printed(origin, article_id, part, words)
    for claim_id, digest in words.items():
        yield "said", job.part_of(digest[:8].hex()), Said(digest[:8], claim_id, part)


def join_copies(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """Which articles have one origin, to the home of the first; how many origins there are; which claims are one."""
    printed: dict[str, list[Printed]] = defaultdict(list)
    for one in job.sent("printed", part, Printed):
        printed[one.origin_id].append(one)
    for found in printed.values():
        articles = sorted(found, key=lambda one: one.article_id)
        yield "copies", articles[0].home, Copies(tuple((one.article_id, one.home) for one in articles))
        for one, echoes in zip(articles, echoing([one.words for one in articles]), strict=True):
            if echoes:
                yield "echoes", one.home, Echoes(one.article_id, echoes)
    yield "origins_met", 0, len(printed)
    said: dict[bytes, Said] = {}
    for claim in job.sent("said", part, Said):
        first = said.setdefault(claim.words, claim)
        if first is not claim:
            yield "same_words", 0, Link(first.claim_id, first.home, claim.claim_id, claim.home)


def copies_at(job: Job, part: int) -> dict[str, Copies]:
    """The origins of which the first article is at home in a part, by that article."""
    return {one.articles[0][0]: one for one in job.sent("copies", part, Copies)}


def pass_on(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """What the articles of this part leave to their copies, to where they are compared."""
    here = {one.article_id: one for one in job.sent("echoes", part, Echoes)}
    wanted = sorted(set(job.sent("others_wanted", part, Wanted)), key=lambda one: (one.by, one.article_id))
    yield from (("passed_on", one.by, here[one.article_id]) for one in wanted if one.article_id in here)


def echoes_at(job: Job, part: int) -> frozenset[str]:
    """What is left to copies, of the articles that are at hand in a part."""
    found = (*job.sent("echoes", part, Echoes), *job.sent("passed_on", part, Echoes))
    return frozenset(claim for one in found for claim in one.claims)
