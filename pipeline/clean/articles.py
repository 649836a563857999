"""All articles at once: origins first, then each article under every rule."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.clean.collection import Collection, gather
from pipeline.clean.copied import with_copied
from pipeline.clean.origins import find_origins
from pipeline.clean.rule import Page
from pipeline.clean.rules import RULES
from pipeline.records import Article, Block, CleanArticle, Drop, Span


def _without(blocks: Sequence[Block], gone: Sequence[Span | Block], text: str) -> Iterator[Block]:
    """The blocks less the spans: whole, trimmed, or split where a span lies inside."""
    for block in blocks:
        inside = [span for span in gone if span.start < block.end and block.start < span.end]
        if not inside:
            yield block
            continue
        start = block.start
        for span in sorted(inside, key=lambda span: span.start):
            yield from _trimmed(block, start, span.start, text)
            start = max(start, span.end)
        yield from _trimmed(block, start, block.end, text)


def _trimmed(block: Block, start: int, end: int, text: str) -> Iterator[Block]:
    words = text[start:end]
    if stripped := words.strip():
        begin = start + words.find(stripped)
        yield replace(block, start=begin, end=begin + len(stripped))


def clean_article(article: Article, origin_id: str, others: Collection) -> CleanArticle:
    """One article: what each rule takes out, and the blocks that stay."""
    drops: list[Drop] = []
    blocks = article.blocks
    for rule in RULES:
        gone = list(rule.find(Page(article, blocks, others)))
        drops += [Drop(span.start, span.end, rule.name, rule.reason) for span in gone]
        blocks = tuple(_without(blocks, gone, article.text))
    return CleanArticle(article, origin_id, tuple(sorted(drops, key=lambda drop: drop.start)), blocks)


def clean_articles(articles: Sequence[Article]) -> tuple[CleanArticle, ...]:
    """Every article, in the order given; what one drops may rest on what the others repeat."""
    origins = find_origins(articles)
    others = gather(articles, origins.family)
    return with_copied([clean_article(article, origins.origin[article.article_id], others) for article in articles])
