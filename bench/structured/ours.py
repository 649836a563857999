"""The blocks that this project gives, after extraction and cleaning, as its user sees them."""

from pipeline.clean.articles import clean_articles
from pipeline.extract.articles import extract_article
from pipeline.records import Article, Block, BlockKind, Document, Span
from structured.blocks import Seen, plain
from structured.page import Page

# What cleaning takes out as the very thing that it is: removed.csv names it, the user loses nothing.
_TOLD = {"caption": BlockKind.CAPTION, "byline": BlockKind.BYLINE}
_AS_IT_IS = frozenset({"table_header", "faq_heading"})


def _seen(block: Block, article: Article, kind: str) -> Seen:
    def words(span: Span | Block) -> str:
        return plain(article.text[span.start : span.end])

    return Seen(
        "header_row" if block.is_header else kind,
        words(block),
        level=block.level if kind == BlockKind.HEADING else 0,
        lead=words(block.lead) if block.lead else "",
        cells=tuple(map(words, block.cells)),
        headers=tuple(map(words, block.headers)) or ("",) * len(block.cells) * (not block.is_header),
    )


def read(page: Page) -> tuple[list[Seen], str, tuple[str, str, str]]:
    """The blocks, the running text, and title, author and date."""
    article = extract_article((Document(page.name, "", page.content.encode()), None))
    (cleaned,) = clean_articles([article])
    at = {(block.start, block.end): block for block in article.blocks}
    found = [(block, block.kind) for block in cleaned.kept]
    for drop in cleaned.drops:
        block = at.get((drop.start, drop.end))
        if block and (drop.rule in _TOLD or drop.rule in _AS_IT_IS):
            found.append((block, _TOLD.get(drop.rule, block.kind)))
    said = article.metadata
    running = " ".join(article.text[block.start : block.end] for block in cleaned.kept)
    return (
        [_seen(block, article, kind.value) for block, kind in found],
        running,
        (said.title, said.author, said.published),
    )
