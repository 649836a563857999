"""Articles of nothing but names, given as "TYPE Name as written", so that no language model has a say."""

from collections.abc import Sequence

from pipeline.records import Article, Block, BlockKind, CleanArticle, Mention, Metadata, TaggedArticle
from pipeline.tag.aliases import by_alias
from pipeline.tag.merging.keys import key_of


def _identified(kind: str, name: str) -> tuple[str, str]:
    known = by_alias().get(name)
    return (known.type, known.entity_id) if known else (kind, key_of(name))


def article_of(article_id: str, names: Sequence[str]) -> TaggedArticle:
    """An article whose paragraphs are the names."""
    text, blocks, mentions = "", [], []
    for kind, _, name in (given.partition(" ") for given in names):
        start, end = len(text), len(text) + len(name)
        blocks.append(Block(BlockKind.PARAGRAPH, start, end))
        mentions.append(Mention(start, end, *_identified(kind, name)))
        text += f"{name}\n\n"
    whole = Article(article_id, article_id, "text", "", "utf-8", Metadata(language="en"), text, tuple(blocks))
    return TaggedArticle(CleanArticle(whole, article_id, (), tuple(blocks)), tuple(mentions), ())
