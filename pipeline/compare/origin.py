"""Whose statement it is in the end: a claim in a copied stretch is its source's, the others are the article's."""

from pipeline.records import CleanArticle, Statement


def origin_of(clean: CleanArticle, statement: Statement) -> str:
    """The origin of the stretch that holds most of the statement, or else of the article."""
    for stretch in clean.copied:
        inside = min(statement.end, stretch.end) - max(statement.start, stretch.start)
        if 2 * inside > statement.end - statement.start:
            return stretch.origin_id
    return clean.origin_id
