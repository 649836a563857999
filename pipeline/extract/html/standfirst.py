"""The standfirst: what a page says in short between the title and the text, as a line or as a list of key points."""

from collections.abc import Sequence
from itertools import takewhile

from pipeline.extract.html.bylines import beside_title
from pipeline.extract.html.main_content import MainContent
from pipeline.extract.html.marked import prose
from pipeline.extract.html.pieces import Piece
from pipeline.records import BlockKind

LINKED = 0.5  # share of characters; a standfirst is not made of links
SHORTEST = 4  # words of a key point, on average; a menu or a list of facts has fewer
FEWEST = 2  # key points
SUBTITLE = 5  # words of a heading right under the title; a section has a shorter one


def is_standfirst(piece: Piece) -> bool:
    """Whether a piece between title and text, which nothing marks, belongs to the article."""
    if piece.linked > LINKED * len(piece.text):
        return False
    return bool(prose(piece)) or piece.kind in {BlockKind.HEADING, BlockKind.CAPTION}


def _is_subtitle(piece: Piece, *, under_title: bool) -> bool:
    return under_title and piece.kind is BlockKind.HEADING and len(piece.text.split()) >= SUBTITLE


def _key_points(pieces: Sequence[Piece], begin: int, end: int) -> set[int]:
    """The first list that says something, and the heading over it."""
    first = next((i for i in range(begin, end) if pieces[i].kind is BlockKind.LIST_ITEM and pieces[i].group), end)
    items = list(takewhile(lambda i: pieces[i].group is pieces[first].group, range(first, end)))
    words = sum(len(pieces[i].text.split()) for i in items)
    if len(items) < FEWEST or words < SHORTEST * len(items) or any(pieces[i].linked for i in items):
        return set()
    headed = first > begin and pieces[first - 1].kind is BlockKind.HEADING
    return {*items, *([first - 1] if headed else [])}


def find_standfirst(pieces: Sequence[Piece], main: MainContent) -> frozenset[int]:
    """The indices of the first running text under the title, and of the key points above the text."""
    title = main.title
    if title is None:
        return frozenset()
    unmarked = [i for i in beside_title(pieces, title)[0] if not main.around[pieces[i].node]]
    line = next((i for i in unmarked if prose(pieces[i]) or _is_subtitle(pieces[i], under_title=i == title + 1)), None)
    lines = {line} if line is not None and is_standfirst(pieces[line]) else set()
    end = next((i for i in range(title + 1, main.first) if main.around[pieces[i].node]), main.first)
    return frozenset(lines | _key_points(pieces, title + 1, end))
