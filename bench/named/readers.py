"""Who reads the names: the bare spaCy pipeline and ours, with the same package and the same mapping of types."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import spacy
from spacy.language import Language

from named.conll import Collection, Name, Sentence
from pipeline.records import Article, Block, BlockKind, CleanArticle, Mention, Metadata
from pipeline.settings import Settings
from pipeline.tag.aliases import read_aliases
from pipeline.tag.articles import tag_article
from pipeline.tag.entities import resolve_entities
from pipeline.tag.language_model import package_name

# spaCy's types, and ours, as the four of the collections; dates, numbers and offices are none of them.
TYPE_OF = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}
TYPE_OF |= dict.fromkeys(("NORP", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "LANGUAGE"), "MISC")
_OF_A_PEOPLE = frozenset({"adjective", "demonym", "plural"})

Found = list[list[tuple[Name, ...]]]  # by document and sentence


@cache
def bare_pipeline() -> Language:
    return spacy.load(package_name(Settings().spacy_pipeline))


def read_bare(documents: Collection) -> Found:
    """What the pipeline as it comes finds, a sentence of the collection at a time."""
    parsed = bare_pipeline().pipe((sentence.text for document in documents for sentence in document), batch_size=64)
    return [[tuple(_names_of(next(parsed))) for _ in document] for document in documents]


def _names_of(doc: spacy.tokens.Doc) -> Iterator[Name]:
    for entity in doc.ents:
        if kind := TYPE_OF.get(entity.label_):
            yield Name(entity.start_char, entity.end_char, kind)


@cache
def _peoples() -> frozenset[tuple[str, str]]:
    """Aliases that are no place but its people or its adjective: to us the US, to these collections MISC."""
    return frozenset((row.entity_id, row.alias) for row in read_aliases() if row.kind in _OF_A_PEOPLE)


def article_of(document: Sequence[Sentence], name: str) -> CleanArticle:
    """A document as an article whose paragraphs are its sentences."""
    blocks, at = [], 0
    for sentence in document:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(sentence.text)))
        at += len(sentence.text) + 2
    text = "\n\n".join(sentence.text for sentence in document)
    article = Article(name, name, "text", "", "utf-8", Metadata(language="en"), text, tuple(blocks))
    return CleanArticle(article, name, (), tuple(blocks))


def read_ours(documents: Collection) -> Found:
    """What the tag stage finds, a document at a time, so that nothing is learnt from one for the next."""
    return [list(_ours(article_of(document, f"d{i}"))) for i, document in enumerate(documents)]


def _ours(clean: CleanArticle) -> Iterator[tuple[Name, ...]]:
    tagged = tag_article(clean, Settings().spacy_pipeline)
    (resolved,), _ = resolve_entities([tagged])
    for block in clean.kept:
        inside = (m for m in resolved.mentions if block.start <= m.start and m.end <= block.end)
        yield tuple(_outermost(((m, _kind(m, clean.article.text)) for m in inside), block.start))


def _outermost(typed: Iterable[tuple[Mention, str]], offset: int) -> Iterator[Name]:
    """The collections know no names inside names: of ours the outermost counts, unless it is an office."""
    reached = 0
    for mention, kind in typed:
        if kind and mention.start >= reached:
            yield Name(mention.start - offset, mention.end - offset, kind)
            reached = mention.end


def _kind(mention: Mention, text: str) -> str:
    if (mention.entity_id, text[mention.start : mention.end]) in _peoples():
        return "MISC"
    return TYPE_OF.get(mention.type, "")
