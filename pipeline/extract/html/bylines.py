"""The lines that say who wrote an article and when."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from pipeline.dates import BETWEEN, find_dates
from pipeline.extract.dateline import is_dateline, is_placed_dateline
from pipeline.extract.html.class_words import class_words
from pipeline.extract.html.holdings import Holdings
from pipeline.extract.html.metadata.credits import announces_author, is_full_name
from pipeline.extract.html.metadata.marked_names import is_about_author
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.regions import words_of
from pipeline.extract.html.tree import Node, ancestors
from pipeline.records import BlockKind, Region

LONGEST = 200  # characters; longer, it is a sentence about the author
SHORTEST_SENTENCE = 6  # words with a full stop that are no byline any more but, for instance, somebody's life
MOST_WORDS = 12  # of a line that begins with "By": three names and a title
MOST_AROUND = 5  # elements; what is marked further out is more than a line
AFTER_TITLE, BEFORE_TITLE = 8, 4  # blocks in which an article's author and day are given
FIRST_PROSE = 2  # long paragraphs after which the article has begun

_NAMES = frozenset(
    """
    by byline bylines dateline author authors date dates datetime published publish timestamp time posted updated
    modified meta metadata postmeta reading readtime contributor contributors submitted autor autores autoren autora
    auteur auteurs autorenzeile datum fecha firma
    """.split()
)
_TAGS = frozenset({"time", "address"})
_OF_OTHERS = frozenset({Region.COMMENTS, Region.ADVERT})
_PROPERTIES = frozenset({"author", "datepublished", "datemodified", "datecreated"})
SAYS_SO = re.compile(
    r"(?i:by|von|por|par|author|autor|(?:written|words|reviewed|edited|photos?|posted|published) by|posted(?: on)?"
    r"|published(?: on)?|(?:last )?updated(?: on)?|last (?:modified|reviewed)|modified|date"
    r"|(?:veröffentlicht|publiziert|erstellt|eingestellt|geschrieben|aktualisiert)(?: am| von)?|stand"
    r"|(?:publié|mis à jour|écrit)(?: le| par)?|(?:publicado|actualizado|atualizado|escrito)(?: el| em| por)?)\b"
    r"(?:\s*+:)?\s++(?=[A-Z\d@])"
)
_POSTED = re.compile(r"(?:posted|published|written)\s(?:by|on)\b", re.IGNORECASE)  # even as a sentence
_READING = (
    r"\b\d{1,3}\s*+-?\s*+min(?:ute)?s?\b(?: read(?:ing)?(?: time)?)?\W*"
    r"|(?:reading time|read time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo de leitura)\W.{0,20}"
)
_READING_TIME = re.compile(_READING, re.IGNORECASE)
_ZONE = r"\b(?:UTC|GMT|MEZ|MESZ|CEST|CET|BRT)\b"
_CLOCK = r"(?:\b(?:um|at|às|a las|à)\s)?\b\d\d?(?:[:h]|\.(?=\d\d\sUhr))\d\d\b(?:\s?(?:Uhr|[ap]\.?m\b\.?|h\b))?"
_BESIDE_DAY = re.compile(rf"{_CLOCK}|{_READING}|{_ZONE}|\s[-–—|·]\s", re.IGNORECASE)


def _is_marked(node: Node) -> bool:
    return (
        node.tag in _TAGS
        or node.get("rel") == "author"
        or node.get("itemprop").lower() in _PROPERTIES
        or not _NAMES.isdisjoint(class_words(node))
        or not _NAMES.isdisjoint(words_of(node.get("data-testid")))
    )


def _around(piece: Piece, main: Node | None = None) -> Iterator[Node]:
    """The elements close around a piece, inside `main`."""
    for i, node in enumerate(ancestors(piece.node)):
        if node is main or i >= MOST_AROUND:
            return
        yield node


def is_line(piece: Piece) -> bool:
    """Whether a piece is short, no sentence, and not of a comment or an advertisement."""
    words = piece.text
    if len(words) > LONGEST or piece.region in _OF_OTHERS:
        return False
    return bool(_POSTED.match(words)) or not (
        words.endswith((".", "!", "?")) and len(words.split()) > SHORTEST_SENTENCE
    )


def beside_title(pieces: Sequence[Piece], title: int) -> tuple[Sequence[int], Sequence[int]]:
    """The indices of the pieces where an article's author and day are given: after the title, and before it."""
    begun, last = 0, title + 1
    while last < min(len(pieces), title + 1 + AFTER_TITLE) and begun < FIRST_PROSE:
        begun += len(pieces[last].text) - pieces[last].linked > LONGEST
        last += 1
    return range(title + 1, last), range(title - 1, max(-1, title - 1 - BEFORE_TITLE), -1)


def is_byline(piece: Piece, main: Node, held: Holdings, *, opening: bool) -> bool:
    """Whether a piece of the article is a byline or date line.

    Its markup may say so; in the `opening` of the article also its first words and what they are followed by.
    `held` says what is inside each node of the page.
    """
    words = piece.text
    if piece.kind is BlockKind.HEADING:
        return _is_name(piece, main)
    if piece.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} or len(words) > LONGEST:
        return False
    if words.endswith((".", "!", "?")) and len(words.split()) > SHORTEST_SENTENCE:
        return opening and is_day(words)  # "3 Min." is an end, too
    if any(map(_is_marked, takewhile(lambda node: held[node].size <= LONGEST, _around(piece, main)))):
        return True
    return opening and not words.endswith((".", "?", "!", ":")) and _opens_so(words)


def _is_name(piece: Piece, main: Node) -> bool:
    """Whether a heading is the author's name, as some content systems set it."""
    return is_full_name(piece.text) and any(map(is_about_author, _around(piece, main)))


def is_parted_byline(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a piece is one half of a byline: "By", or the name that follows it."""
    texts = [pieces[i].text if 0 <= i < len(pieces) else "" for i in (at - 1, at, at + 1)]
    return any(announces_author(by) and is_full_name(name) for by, name in pairwise(texts))


def with_whole_bylines(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, "By" and the name after it as one where the markup parts them."""
    waiting: list[Piece] = []
    for piece in pieces:
        if waiting and piece.kind is BlockKind.BYLINE and is_full_name(piece.text) and piece.intro is not waiting[0]:
            piece.text = f"{waiting.pop().text} {piece.text}"
        yield from waiting
        waiting = [piece] if piece.kind is BlockKind.BYLINE and announces_author(piece.text) else []
        if not waiting:
            yield piece
    yield from waiting


def is_day(words: str) -> bool:
    """Whether a line is a date, perhaps with the time of day and the minutes that reading takes, and little else."""
    dates = list(find_dates(words, day_first=BETWEEN))
    beside = sum(len(found[0]) for found in _BESIDE_DAY.finditer(words))
    return bool(dates) and sum(found.end - found.start for found in dates) >= (len(words) - beside) / 2


def _opens_so(words: str) -> bool:
    """Whether a line without markup reads like a byline or date line."""
    if SAYS_SO.match(words):
        return len(words.split()) <= MOST_WORDS or any(find_dates(words, day_first=BETWEEN))
    return bool(_READING_TIME.fullmatch(words)) or is_dateline(words) or is_placed_dateline(words) or is_day(words)
