"""The lines that say who wrote an article and when, and what they say."""

import re
from collections.abc import Iterator, Sequence

from pipeline.dates import find_dates, iso
from pipeline.extract.dateline import is_dateline
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.regions import words_of
from pipeline.extract.html.stated import iso_date
from pipeline.extract.html.tree import Node, ancestors, nodes
from pipeline.records import BlockKind

LONGEST = 200  # characters; longer, it is a sentence about the author
SHORTEST_SENTENCE = 6  # words with a full stop that are no byline any more but, for instance, somebody's life
MOST_WORDS = 12  # of a line that begins with "By": three names and a title
MOST_AROUND = 5  # elements; what is marked further out is more than a line

_NAMES = frozenset(
    """
    by byline bylines dateline author authors date dates datetime published publish timestamp time posted updated
    modified meta metadata postmeta reading readtime contributor contributors submitted autor autores autoren autora
    auteur auteurs autorenzeile datum fecha firma
    """.split()
)
_OF_PERSON = frozenset(
    "author authors byline bylines contributor contributors writer autor autores autoren autora auteur auteurs".split()
)
_TAGS = frozenset({"time", "address"})
_PROPERTIES = frozenset({"author", "datepublished", "datemodified", "datecreated"})
_OPENING = re.compile(
    r"(?i:by|von|por|par|author|autor|(?:written|words|reviewed|edited|photos?|posted|published) by|posted(?: on)?"
    r"|published(?: on)?|(?:last )?updated(?: on)?|last (?:modified|reviewed)|modified|date)\b\s*:?\s+(?=[A-Z\d@])"
)
_READING_TIME = re.compile(
    r"\d+\s*-?\s*min(?:ute)?s?\b(?: read(?:ing)?(?: time)?)?\W*|(?:reading|read) time\W.{0,20}", re.IGNORECASE
)
_NAME = r"[A-Z][\w.'’-]*(?:[ ](?:(?:al|bin|da|de|del|den|der|di|el|la|le|van|von)[ ])*[A-Z][\w.'’-]*){1,4}"
_WRITTEN_BY = re.compile(
    rf"(?:^|[|•·–—\n]\s*|\b(?i:written|posted|words)\s)(?i:by|von|por|par):?\s+"
    rf"(?P<names>{_NAME}(?:(?:, {_NAME})*,? (?:and|&|und|y|et) {_NAME})?)"
    r"(?=\s*(?:$|[|•·–—,\n(@]|\b(?i:on|for|in|at|last|updated|published|posted|reviewed)\b|\d))"
)
_JOINED = re.compile(r",?\s(?:and|&|und|y|et)\s|,\s")
_CHANGED = re.compile(r"updated?|modified|reviewed|edited|aktualisiert|actualizado", re.IGNORECASE)


def _is_named(node: Node, words: frozenset[str]) -> bool:
    names = (*node.get("class").split(), node.get("data-testid"))
    return any(not words.isdisjoint(words_of(name)) for name in names)


def _is_marked(node: Node) -> bool:
    return (
        node.tag in _TAGS
        or node.get("rel") == "author"
        or node.get("itemprop").lower() in _PROPERTIES
        or _is_named(node, _NAMES)
    )


def _around(piece: Piece, main: Node | None = None) -> Iterator[Node]:
    """The elements close around a piece, inside `main`."""
    for i, node in enumerate(ancestors(piece.node)):
        if node is main or i >= MOST_AROUND:
            return
        yield node


def is_byline(piece: Piece, main: Node, sizes: dict[Node, int], *, opening: bool) -> bool:
    """Whether a piece of the article is a byline or date line.

    Its markup may say so; in the `opening` of the article also its first words and what they are followed by.
    `sizes` has the characters in each node of the page.
    """
    words = piece.text
    if piece.kind is BlockKind.HEADING:
        return _is_name(piece, main)
    if piece.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} or len(words) > LONGEST:
        return False
    if words.endswith((".", "!", "?")) and len(words.split()) > SHORTEST_SENTENCE:
        return False
    if any(_is_marked(node) for node in _around(piece, main) if sizes.get(node, 0) <= LONGEST):
        return True
    return opening and not words.endswith((".", "?", "!", ":")) and _opens_so(words)


def _is_name(piece: Piece, main: Node) -> bool:
    """Whether a heading is the author's name, as some content systems set it."""
    return bool(re.fullmatch(_NAME, piece.text)) and any(_is_named(node, _OF_PERSON) for node in _around(piece, main))


def _opens_so(words: str) -> bool:
    """Whether a line without markup reads like a byline or date line."""
    dates = list(find_dates(words))
    if _OPENING.match(words):
        return bool(dates) or len(words.split()) <= MOST_WORDS
    written = sum(found.end - found.start for found in dates)
    return bool(_READING_TIME.fullmatch(words)) or is_dateline(words) or (bool(dates) and written >= len(words) / 2)


def authors_in(lines: Sequence[Piece]) -> Iterator[str]:
    """The people named by the first of the bylines that names any."""
    for line in lines:
        if written := _WRITTEN_BY.search(line.text):
            yield from _JOINED.split(written["names"])
            return
        of_author = any(node.get("rel") == "author" or _is_named(node, _OF_PERSON) for node in _around(line))
        if of_author and re.fullmatch(_NAME, line.text):
            yield line.text
            return


def published_in(lines: Sequence[Piece]) -> str:
    """The first day in the bylines that is not one of a change, as an ISO date, or ""."""
    for line in lines:
        if _CHANGED.search(line.text) is None:
            marked = (
                iso_date(node.get("datetime")) for node in (*_around(line), *nodes(line.node)) if node.tag == "time"
            )
            if found := next(filter(None, marked), ""):
                return found
        before = 0
        for written in find_dates(line.text):
            if written.precision == "day" and not _CHANGED.search(line.text, before, written.start):
                return iso(written)
            before = written.end
    return ""
