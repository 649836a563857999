"""A result as the rows of its tables: mappings by column name, in an order that depends on nothing but the rows."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from pipeline.records import Claim, Drop, Relation, Result, Span, Status
from pipeline.report.values import render_value

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

CELL_LIMIT = 32_000  # characters, an emoji twice; Excel takes 32,767 and drops the rest of a longer cell without a word
QUOTE_LIMIT = CELL_LIMIT - 1  # leaves room for the apostrophe that keeps a cell from being a formula

_STATUS_ORDER = {status: place for place, status in enumerate(Status)}
_RELATION_ORDER = {Relation.CONFLICT: 0, Relation.DIFFER: 1, Relation.AGREE: 2}

Rows = Iterator[Mapping[str, Any]]


@cache
def _names(kind: "type[DataclassInstance]") -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names)


def _named(record: "DataclassInstance") -> dict[str, Any]:
    names, cells_of = _names(type(record))
    return dict(zip(names, cells_of(record), strict=True))


def articles(result: Result) -> Rows:
    claims = Counter(claim.article_id for claim in result.comparison.claims)
    for tagged in sorted(result.articles, key=lambda tagged: tagged.clean.article.article_id):
        clean, article = tagged.clean, tagged.clean.article
        yield {
            **_named(article),
            **_named(article.metadata),
            "origin_id": clean.origin_id,
            "words": sum(len(article.text[block.start : block.end].split()) for block in clean.kept),
            "claims": claims[article.article_id],
        }


def _pieces(text: str, drop: Drop) -> Iterator[Span]:
    """The span of `drop`, cut after white space so that each piece fits a cell whole."""
    start = drop.start
    while drop.end - start > QUOTE_LIMIT:
        full = start + QUOTE_LIMIT
        end = next((end for end in range(full, start, -1) if text[end - 1].isspace()), full)
        yield Span(start, end)
        start = end
    yield Span(start, drop.end)


def _quoted(article_id: str, text: str, span: Span) -> dict[str, Any]:
    return {"article_id": article_id, "start": span.start, "end": span.end, "quote": text[span.start : span.end]}


def removed(result: Result) -> Rows:
    for tagged in sorted(result.articles, key=lambda tagged: tagged.clean.article.article_id):
        article = tagged.clean.article
        for drop in sorted(tagged.clean.drops, key=lambda drop: (drop.start, drop.end, drop.rule)):
            for piece in _pieces(article.text, drop):
                yield _quoted(article.article_id, article.text, piece) | {"rule": drop.rule, "reason": drop.reason}


def entities(result: Result) -> Rows:
    return (_named(entity) for entity in sorted(result.entities, key=lambda entity: entity.entity_id))


def mentions(result: Result) -> Rows:
    for tagged in sorted(result.articles, key=lambda tagged: tagged.clean.article.article_id):
        article = tagged.clean.article
        for mention in sorted(tagged.mentions, key=lambda mention: (mention.start, mention.end, mention.entity_id)):
            span = Span(mention.start, mention.end)
            yield _quoted(article.article_id, article.text, span) | _named(mention)


def group_of_claim(result: Result) -> dict[str, str]:
    """The group of every claim that has one; a repetition is in the group of what it repeats."""
    groups = result.comparison.groups
    found = {claim: group.group_id for group in groups for position in group.positions for claim in position.claims}
    repeats = {claim.claim_id: found.get(claim.repeat_of, "") for claim in result.comparison.claims}
    return {claim: group for claim, group in (repeats | found).items() if group}


def claim_row(claim: Claim, group_id: str) -> dict[str, Any]:
    """The row of one claim."""
    statement = claim.statement
    return {
        **_named(statement),
        **_named(claim),
        "group_id": group_id,
        "claim_text": claim.text,
        "attribution_source": statement.attribution.source,
        "attribution_cue": statement.attribution.cue,
        "values": tuple(render_value(value) for value in statement.values),
    }


def claims(result: Result) -> Rows:
    group_of = group_of_claim(result)
    found = result.comparison.claims
    order = sorted(found, key=lambda claim: (claim.article_id, claim.start, claim.end, claim.claim_id))
    return (claim_row(claim, group_of.get(claim.claim_id, "")) for claim in order)


def claim_pairs(result: Result) -> Rows:
    """Conflicts first."""
    pairs = result.comparison.pairs
    order = sorted(pairs, key=lambda pair: (_RELATION_ORDER[pair.relation], pair.claim_a, pair.claim_b))
    return (_named(pair) for pair in order)


def claim_groups(result: Result) -> Rows:
    """Disputed ones first."""
    groups = result.comparison.groups
    return (_named(group) for group in sorted(groups, key=lambda group: (_STATUS_ORDER[group.status], group.group_id)))


def coverage(result: Result) -> Rows:
    """`wide` has the cells of the articles that speak; there are as many empty ones as articles and groups."""
    names = coverage_columns(result)
    for group in claim_groups(result):
        yield {**group, "wide": {names[article_id]: verdict for article_id, verdict in group["coverage"]}}


def coverage_columns(result: Result) -> dict[str, str]:
    """The column name of every article: its id, unless one of the table's own columns has that name."""
    ids = sorted(tagged.clean.article.article_id for tagged in result.articles)
    return {name: f"article:{name}" if name in {"group_id", "status", "statement"} else name for name in ids}


def rejects(result: Result) -> Rows:
    return (_named(row) for row in sorted(result.rejects, key=lambda row: (row.path, row.stage, row.code, row.sha256)))
