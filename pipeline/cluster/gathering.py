"""A story, a sample or all of a run past one machine in one folder, as a run on one machine writes it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from pipeline.cluster.beside import Near
from pipeline.cluster.claiming import Claimed
from pipeline.cluster.comparing import among
from pipeline.cluster.extracting import Listed
from pipeline.cluster.job import Job
from pipeline.cluster.reporting import REFUSED, claims_at
from pipeline.cluster.tagging import Judged
from pipeline.compare.groups import group_claims
from pipeline.compare.silence import who_is_silent
from pipeline.compare.summary import names_of
from pipeline.errors import Stop
from pipeline.flow import State
from pipeline.inputs import Inputs
from pipeline.records import ClaimPair, Comparison, Document, Entity, Rejected, SourceNote, TaggedArticle
from pipeline.tag.entities import Resolution

ALL = "all"


def _near(job: Job) -> list[tuple[str, str]]:
    return [(one.first, one.second) for one in job.everything("compared", Near)]


def chosen(job: Job, which: str) -> AbstractSet[str]:
    """The ids of the articles that somebody asks for: all, the first so many, or one with its neighbours.

    Raises `Stop` where there is no such article.
    """
    ids = sorted(one.clean.article.article_id for one in job.everything("read", TaggedArticle))
    if which == ALL:
        return frozenset(ids)
    if which.isdecimal():
        return frozenset(ids[: int(which)])
    if which not in ids:
        hint = "Take an article_id of the table articles, a number of articles, or `all`."
        raise Stop(f"There is no article {which!r} to gather.", hint)
    return frozenset({which, *(one for two in _near(job) if which in two for one in two)})


def _entities(job: Job, articles: Sequence[TaggedArticle]) -> tuple[Entity, ...]:
    """The entities that the articles name, as far as they do."""
    named = [(one.clean.article.article_id, mention.entity_id) for one in articles for mention in one.mentions]
    holders: dict[str, list[str]] = {}
    for article, entity in named:
        holders.setdefault(entity, []).append(article)
    found = sorted(job.everything("entities", Entity), key=lambda entity: entity.entity_id)
    return tuple(
        replace(one, articles=tuple(sorted(set(held))), mentions=len(held))
        for one in found
        if (held := holders.get(one.entity_id))
    )


def _compared(job: Job, ids: AbstractSet[str]) -> Comparison:
    """What the articles claim and how their pairs were judged, grouped among themselves."""
    claims = [claim for part in range(job.parts) for claim in claims_at(job, part) if claim.article_id in ids]
    pairs = [row for row in job.everything("claim_pairs", ClaimPair) if {row.article_a, row.article_b} <= ids]
    compared = [one for one in job.everything("claims", Claimed) if one.article.article_id in ids]
    grouped = [claim for one in compared for claim in one.claims]
    order = sorted(one.article.article_id for one in compared)
    number = {article: i for i, article in enumerate(order)}
    near = [(number[one], number[other]) for one, other in _near(job) if {one, other} <= ids]
    apart = among(job.everything("apart", tuple[str, str]), grouped)
    pairs.sort(key=lambda row: (row.claim_a, row.claim_b))
    return Comparison(
        tuple(sorted(claims, key=lambda claim: (claim.article_id, claim.start, claim.end))),
        tuple(pairs),
        group_claims(grouped, pairs, names_of([one.article for one in compared]), apart, who_is_silent(order, near)),
    )


def gathered(job: Job, which: str) -> State:
    """What is known of the chosen articles, as after the last stage on one machine."""
    ids = chosen(job, which)
    read = [one for one in job.everything("read", TaggedArticle) if one.clean.article.article_id in ids]
    articles = tuple(sorted(read, key=lambda one: one.clean.article.article_id))
    paths = {one.clean.article.path for one in articles}
    rejects = [row for table in REFUSED for row in job.everything(table, Rejected)] if which == ALL else []
    inputs = sorted(job.everything("inputs", Listed), key=lambda one: one.path)
    documents = [Document(one.path, one.sha256, b"") for one in inputs if which == ALL or one.path in paths]
    early = tuple(row for row in rejects if row.path not in {one.path for one in inputs})
    notes = tuple(SourceNote(path) for path in sorted(job.everything("unmatched", str)))
    judged = next(iter(job.everything("judged", Judged)))
    entities = _entities(job, articles)
    return State(
        inputs=Inputs(tuple(documents), early, notes),
        rejects=tuple(rejects),
        tagged=articles,
        entities=entities,
        resolution=Resolution(articles, entities, (), judged.given, judged.unused),
        comparison=_compared(job, ids),
    )
