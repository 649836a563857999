"""Who reads the names: the bare spaCy pipeline and ours, with the same package and the same mapping of types."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from bench.named.collection import TYPES, Name, Sentence
from pipeline.records import Article, Block, BlockKind, CleanArticle, Mention, Metadata, TaggedArticle
from pipeline.tag.aliases import read_aliases
from pipeline.tag.article_names import name_article
from pipeline.tag.articles import tag_article
from pipeline.tag.entities import resolve_entities
from pipeline.tag.language_model import load_language_model
from pipeline.tag.packages import ENGLISH
from pipeline.tag.reading import BATCH
from pipeline.tag.segments import segments

# spaCy's types, and ours, as the four of the collections; dates, numbers and offices are none of them.
TYPE_OF = dict(zip(TYPES, TYPES, strict=True)) | {
    "PERSON": "PER",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
    "ORG": "ORG",
}
TYPE_OF |= dict.fromkeys(("NORP", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "LANGUAGE"), "MISC")
_OF_A_PEOPLE = frozenset({"adjective", "demonym", "plural"})

Document = Sequence[Sentence]
Found = list[tuple[Name, ...]]  # by sentence
Reader = Callable[[Document, str], Found]  # with the package of the spaCy pipeline


@cache
def bare_pipeline(package: str) -> Language:
    return spacy.load(package)


def _bare(document: Document, package: str) -> Iterator[Doc]:
    return bare_pipeline(package).pipe((sentence.text for sentence in document), batch_size=BATCH)


def read_bare(document: Document, package: str) -> Found:
    """What the pipeline as it comes finds."""
    return [tuple(_names_of(doc)) for doc in _bare(document, package)]


def read_bare_trimmed(document: Document, package: str) -> Found:
    """The same without the article before a name and the possessive behind it, which most collections leave out."""
    return [tuple(_names_of(doc, trim=True)) for doc in _bare(document, package)]


def _names_of(doc: Doc, *, trim: bool = False) -> Iterator[Name]:
    for entity in doc.ents:
        start, end = entity.start, entity.end
        if trim and end > start + 1 and doc[start].lower_ in {"the", "a", "an"}:
            start += 1
        if trim and end > start + 1 and doc[end - 1].lower_ in {"'s", "’s"}:
            end -= 1
        if kind := TYPE_OF.get(entity.label_):
            yield Name(doc[start:end].start_char, doc[start:end].end_char, kind)


@cache
def _peoples() -> frozenset[tuple[str, str]]:
    """Aliases that are no place but its people or its adjective: to us the US, to these collections MISC."""
    return frozenset((row.entity_id, row.alias) for row in read_aliases() if row.kind in _OF_A_PEOPLE)


def article_of(document: Document, language: str = ENGLISH) -> CleanArticle:
    """A document as an article whose paragraphs are its sentences."""
    blocks, at = [], 0
    for sentence in document:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(sentence.text)))
        at += len(sentence.text) + 2
    text = "\n\n".join(sentence.text for sentence in document)
    article = Article("a", "a", "text", "", "utf-8", Metadata(language=language), text, tuple(blocks))
    return CleanArticle(article, "a", (), tuple(blocks))


def read_ours(document: Document, package: str) -> Found:
    """What the tag stage finds; nothing is learnt from one document for the next."""
    language = load_language_model(package).lang
    clean = article_of(document, language)
    mentions = _english_names(clean, package) if language == ENGLISH else tag_article(clean, package).mentions
    (resolved,) = resolve_entities([TaggedArticle(clean, tuple(mentions), ())]).articles
    return [tuple(_outermost(resolved.mentions, block, clean.article.text)) for block in clean.kept]


def _english_names(clean: CleanArticle, package: str) -> Iterator[Mention]:
    """The names alone, without the statements, so that their time can be told."""
    text = clean.article.text
    stretches = list(segments(clean.kept, text))
    parsed = load_language_model(package).pipe((text[s.start : s.end] for s in stretches), batch_size=BATCH)
    docs = list(zip(parsed, stretches, strict=True))
    for (_, segment), found in zip(docs, name_article(docs, text), strict=True):
        for m in sorted(found, key=lambda m: (m.start, -m.end)):
            yield Mention(m.start + segment.start, m.end + segment.start, m.type, m.entity_id)


def read_whole_stage(document: Document, package: str) -> Found:
    """For its time alone: the tag stage with its statements, values and attributions."""
    tag_article(article_of(document, load_language_model(package).lang), package)
    return []


def _outermost(mentions: Iterable[Mention], block: Block, text: str) -> Iterator[Name]:
    """The collections know no names inside names: of ours the outermost counts, unless it is an office."""
    reached = block.start
    for mention in mentions:
        kind = _kind(mention, text)
        if kind and reached <= mention.start and mention.end <= block.end:
            yield Name(mention.start - block.start, mention.end - block.start, kind)
            reached = mention.end


def _kind(mention: Mention, text: str) -> str:
    if (mention.entity_id, text[mention.start : mention.end]) in _peoples():
        return "MISC"
    return TYPE_OF.get(mention.type, "")
