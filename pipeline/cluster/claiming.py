"""Claims over shards, and what is counted of all articles before they can be compared."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.cluster.job import Job, Sent
from pipeline.compare.claims import make_claims
from pipeline.compare.comparison import claims_of
from pipeline.compare.language import is_english
from pipeline.compare.neighbours import spoken_of
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
