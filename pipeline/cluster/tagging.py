"""Tagging over shards: what is copied inside an article, what each says, and whom all their names mean."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from pipeline.clean.copied import FEWEST, may_borrow, text_of, with_stretches
from pipeline.cluster.job import Job, Sent, Step
from pipeline.cluster.meeting import Meeting, Rank
from pipeline.cluster.originating import HELD
from pipeline.cluster.sending import Sending
from pipeline.one_by_one import tagged
from pipeline.records import CleanArticle, TaggedArticle
from pipeline.tag.entities import names_in, resolve_names
from pipeline.workers import Runner


@dataclass(frozen=True, slots=True)
class Judged:
    """How an analyst's judgements fared."""

    given: int
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An article's names, and its home."""

    names: TaggedArticle
    home: int


def _id_of(clean: CleanArticle) -> str:
    return clean.article.article_id


def _kept(clean: CleanArticle) -> tuple[Rank, AbstractSet[int]]:
    text = text_of(clean)
    return text.rank, text.words.distinct


TEXTS = Sending("texts", "cleaned", CleanArticle, _id_of)
BORROWING = Meeting("borrowing", TEXTS, _kept, FEWEST)


def _with_copied(job: Job, part: int) -> list[CleanArticle]:
    at_hand, pairs = TEXTS.at(job, part), BORROWING.pairs_at(job, part)
    looked = lru_cache(HELD)(lambda article: text_of(at_hand[article]))

    def borrowed(clean: CleanArticle) -> CleanArticle:
        host = looked(_id_of(clean))
        sources = [looked(place.article_id) for place in pairs[_id_of(clean)]]
        return with_stretches(host, [source for source in sources if may_borrow(host, source)])

    return [borrowed(one) if _id_of(one) in pairs else one for one in job.own("cleaned", part, CleanArticle)]


def tag(job: Job, part: int, runner: Runner) -> Iterator[Sent]:
    """The articles with what they copy, name and state; their names go to where all are resolved."""
    done = tagged(_with_copied(job, part), runner)
    yield from (("rejects_tagging", part, row) for row in done.rejects)
    for one in done.made:
        yield "tagged", part, one
        yield "names", 0, Named(names_in(one), part)


def resolve(job: Job, _: int, runner: Runner) -> Iterator[Sent]:
    """Whom the names mean. One process knows every name of every article: docs/scale.md says how much that is."""
    named = sorted(job.everything("names", Named), key=lambda one: one.names.clean.article.article_id)
    found = resolve_names([one.names for one in named], runner.settings.judgements)
    for one, names in zip(named, found.articles, strict=True):
        yield "resolved", one.home, names
    yield from (("entities", job.part_of(entity.entity_id), entity) for entity in found.entities)
    yield "judged", 0, Judged(found.judgements, found.unused)


TAGGING = (*BORROWING.steps(), Step("tag", tag, risky=True), Step("resolve", resolve, once=True))
