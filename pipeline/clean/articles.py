"""All articles at once: origins first, then each article under every rule."""

from collections.abc import Sequence

from pipeline.clean.applying import applied
from pipeline.clean.collection import Collection, gather
from pipeline.clean.copied import with_copied
from pipeline.clean.origins import find_origins
from pipeline.clean.rules import RULES
from pipeline.records import Article, CleanArticle

Prepared = tuple[Article, str, Collection]  # with the id of its origin, and what others have in common with it


def prepared(articles: Sequence[Article]) -> list[Prepared]:
    """Every article, in the order given, with what its cleaning rests on beside its own words."""
    origins = find_origins(articles)
    others = gather(articles, origins.family)
    return [(article, origins.origin[article.article_id], others.about(article)) for article in articles]


def clean_article(item: Prepared) -> CleanArticle:
    """One article: what each rule takes out, and the blocks that stay."""
    article, origin_id, others = item
    drops, blocks = applied(RULES, article, others)
    return CleanArticle(article, origin_id, tuple(sorted(drops, key=lambda drop: drop.start)), blocks)


def clean_articles(articles: Sequence[Article]) -> tuple[CleanArticle, ...]:
    """Every article, in the order given; what one drops may rest on what the others repeat.

    As `flow.py` does it, which has each article cleaned in a process that may be killed.
    """
    return with_copied([clean_article(item) for item in prepared(articles)])
