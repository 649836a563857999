"""The tables of a run past one machine: each a folder of Parquet files, one a part."""

from collections import Counter
from collections.abc import Iterator

from pipeline.cluster.claiming import Claimed
from pipeline.cluster.extracting import Listed
from pipeline.cluster.job import Job, Sent, Step
from pipeline.records import (
    Claim,
    ClaimGroup,
    ClaimPair,
    Comparison,
    Entity,
    Rejected,
    Relation,
    Result,
    Status,
    TaggedArticle,
)
from pipeline.report.as_parquet import parquet
from pipeline.report.tables import ARTICLES, COVERAGE, MENTIONS, REJECTS, REMOVED, TABLES
from pipeline.workers import Runner

REFUSED = ("rejects", "rejects_naming", "rejects_cleaning", "rejects_tagging")
OF_ARTICLES = (ARTICLES, REMOVED, MENTIONS, REJECTS)  # in the part where the article is; the others where they meet
WIDE = (COVERAGE,)  # has a column an article: only for a folder that somebody looks at


def tables_at(part: int) -> str:
    """The name of a part of a table, behind `tables/TABLE/`."""
    return f"part-{part:05}.parquet"


def claims_at(job: Job, part: int) -> list[Claim]:
    """The claims of the articles of a part, in the order of the articles."""
    claims = [claim for one in job.own("claims", part, Claimed) for claim in one.claims]
    found = [*claims, *job.own("uncompared", part, Claim)]
    return sorted(found, key=lambda claim: (claim.article_id, claim.start, claim.end))


def _articles(job: Job, part: int) -> Result:
    rejects = [row for table in REFUSED for row in job.own(table, part, Rejected)]
    comparison = Comparison(tuple(claims_at(job, part)), (), ())
    return Result(tuple(job.own("read", part, TaggedArticle)), (), comparison, tuple(rejects))


def _met(job: Job, part: int) -> Result:
    claims = [*job.sent("members", part, Claim), *job.own("uncompared", part, Claim)]
    pairs, groups = job.own("claim_pairs", part, ClaimPair), job.own("claim_groups", part, ClaimGroup)
    entities = tuple(job.sent("entities", part, Entity))
    return Result((), entities, Comparison(tuple(claims), tuple(pairs), tuple(groups)), ())


def write_tables(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """A part of each table, and how many rows it has."""
    articles, met = _articles(job, part), _met(job, part)
    for table in TABLES:
        if table not in WIDE:
            content = b"".join(parquet(table, articles if table in OF_ARTICLES else met))
            job.shared.put(f"tables/{table.name}/{tables_at(part)}", content)
    comparison, listed = met.comparison, {one.path for one in job.own("inputs", part, Listed)}
    relations = Counter(pair.relation for pair in comparison.pairs)
    statuses = Counter(group.status for group in comparison.groups)
    yield (
        "tally",
        0,
        {
            "inputs": len(listed) + sum(row.path not in listed for row in articles.rejects),
            "articles": len(articles.articles),
            "rejects": len(articles.rejects),
            "removed": sum(len(one.clean.drops) for one in articles.articles),
            "entities": len(met.entities),
            "claims": len(comparison.claims),
            "groups": len(comparison.groups),
            **{relation.value: relations[relation] for relation in Relation},
            **{status.value: statuses[status] for status in Status},
        },
    )


REPORTING = (Step("write_tables", write_tables),)
