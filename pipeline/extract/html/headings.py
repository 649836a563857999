"""Headings that are not marked as such: a short bold line, or one whose class calls it a subheading."""

from collections.abc import Iterable

from pipeline.extract.html.kinds import BLOCKS
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.regions import words_of
from pipeline.extract.html.tree import ancestors
from pipeline.records import BlockKind

LONGEST = 14  # words, as in plain text
DEEPEST = 6

_NAMES = frozenset(
    """
    subhead subheading subheader subtitle crosshead crossheading sub zwischentitel zwischenüberschrift
    zwischenueberschrift intertitre ladillo intertitulo
    """.split()
)
_ENDS = (".", "!", ";", ",", ":", "…", "”", '"')


def _looks_so(piece: Piece) -> bool:
    for node in ancestors(piece.node):
        if node.tag in {"b", "strong"}:
            return True
        if node.tag in BLOCKS:
            return any(name[-1:] and name[-1] in _NAMES for name in map(words_of, node.get("class").split()))
    return False


def _is_heading(piece: Piece) -> bool:
    words = piece.text
    return (
        piece.kind is BlockKind.PARAGRAPH
        and not piece.linked
        and len(words.split()) <= LONGEST
        and not words.endswith(_ENDS)
        and not words[0].islower()
        and any(map(str.isalpha, words))
        and _looks_so(piece)
    )


def promote(article: Iterable[Piece]) -> None:
    """Make headings of the pieces that look like them, a level below the marked heading before them."""
    level = 1
    for piece in article:
        if piece.kind is BlockKind.HEADING:
            level = piece.level
        elif _is_heading(piece):
            piece.kind, piece.level = BlockKind.HEADING, min(level + 1, DEEPEST)
