"""The names of a whole article: what each of its blocks says, and what only the article as a whole can tell."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from pipeline.records import BlockKind, Mention
from pipeline.tag.kinds import settle_kinds
from pipeline.tag.mentions import find_mentions
from pipeline.tag.names import any_of, plain_words
from pipeline.tag.owners import with_owners
from pipeline.tag.recurring import find_again, introduced_names, names_of, with_introduced
from pipeline.tag.segments import Segment

CELL_WORDS = 4


def _kind(doc: Doc, segment: Segment) -> BlockKind:
    """A label or a table's cell of few words is like a heading: only reviewed names are trusted in it."""
    short = segment.is_label or (segment.kind is BlockKind.TABLE_ROW and len(doc) <= CELL_WORDS)
    return BlockKind.HEADING if short else segment.kind


def name_article(docs: Sequence[tuple[Doc, Segment]], text: str) -> Iterator[list[Mention]]:
    """The mentions of each segment of an article; their offsets count from its start."""
    plain = plain_words(text)
    parsed = [doc for doc, _ in docs]
    guessed = [list(find_mentions(doc, _kind(doc, segment), plain)) for doc, segment in docs]
    own = introduced_names(parsed, guessed)
    introduced = any_of(own)
    first = [with_introduced(doc, found, own, introduced) for doc, found in zip(parsed, guessed, strict=True)]
    settled = settle_kinds(parsed, first)
    names = names_of(parsed, settled)
    again = any_of(names)
    for doc, found in zip(parsed, settled, strict=True):
        yield list(with_owners(doc, list(find_again(doc, found, names, again, plain))))
