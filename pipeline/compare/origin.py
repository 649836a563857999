"""Whose statement it is in the end: a claim in a copied stretch is its source's, the others are the article's."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.records import Claim, CleanArticle, Statement


def origin_of(clean: CleanArticle, statement: Statement) -> str:
    """The origin of the stretch that holds most of the statement, or else of the article."""
    for stretch in clean.copied:
        inside = min(statement.end, stretch.end) - max(statement.start, stretch.start)
        if 2 * inside > statement.end - statement.start:
            return stretch.origin_id
    return clean.origin_id


def main_origin(claims: Sequence[Claim]) -> str:
    """The origin of most of an article's claims, of two as many the one that comes first. `claims` has one at least."""
    return Counter(claim.origin_id for claim in claims).most_common(1)[0][0]


def by_origin(articles: Sequence[Sequence[Claim]]) -> list[list[int]]:
    """The articles that claim something, by index, those of one origin together, in the order of their first."""
    origins: dict[str, list[int]] = defaultdict(list)
    for i, claims in enumerate(articles):
        if claims:
            origins[main_origin(claims)].append(i)
    return list(origins.values())
