"""Claims over shards, and what is counted of all articles before they can be compared."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.cluster.copying import told_of
from pipeline.cluster.job import Job, Sent
from pipeline.compare.language import is_english
from pipeline.compare.silence import asks_all
from pipeline.compare.telling import claims_of, made_claims
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
    origins: int  # of those that claim something
    everyone: tuple[str, ...]
    sites: dict[str, int]


def claim(job: Job, part: int, runner: Runner) -> Iterator[Sent]:
    """The claims of the articles, their names resolved; and what is to be counted of all articles."""
    names = {one.clean.article.article_id: one for one in job.sent("resolved", part, TaggedArticle)}
    done = [with_names(one, names[one.clean.article.article_id]) for one in job.own("tagged", part, TaggedArticle)]
    yield from (("read", part, one) for one in done)
    compared = [one for one in done if is_english(one)]
    foreign = made_claims([one for one in done if not is_english(one)], runner)
    yield from (("uncompared", part, claim) for own in foreign for claim in own)
    claims = claims_of(compared, runner)
    articles = [one.clean.article for one in compared]
    for article, own in zip(articles, map(tuple, claims), strict=True):
        yield "claims", part, Claimed(article, own)
        yield from told_of(job, part, article.article_id, own)
    ids = tuple(article.article_id for article in articles)
    sites = Counter(article.metadata.site for article in articles)
    yield "census", 0, Census(part, ids if asks_all(len(ids)) else (), len(ids), dict(sites))


def total(job: Job, _: int, __: Runner) -> Iterator[Sent]:
    """How many articles and origins there are in all, and articles of each site. One process knows the sites."""
    parts = list(job.everything("census", Census))
    sites: Counter[str] = Counter()
    for one in parts:
        sites.update(one.sites)
    count = sum(one.count for one in parts)
    everyone = tuple(sorted(own for one in parts for own in one.articles)) if asks_all(count) else ()
    origins = sum(job.everything("origins_met", int))
    for one in parts:
        yield "totals", one.part, Totals(count, origins, everyone, {site: sites[site] for site in one.sites})


def totals_at(job: Job, part: int) -> Totals:
    """The totals that a part was sent."""
    found: Totals = next(job.sent("totals", part, Totals))
    return found
