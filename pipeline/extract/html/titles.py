"""Which heading of a page is the article's title."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.tree import nodes, own_text
from pipeline.records import BlockKind

ALIKE = 0.5  # share of common words; a page's title has the site's name beside the article's
SAME = 0.85  # for what is not marked as a heading of the first level
LONGEST = 300  # characters
SHORTEST_PART = 3  # words of what a page is called before the name of its site
LONGEST_WITH = 2  # times as long is a heading at most that holds such a part, beside a kicker

_WORD = re.compile(r"\w+")
_BESIDE = re.compile(r"\s[|·•»–—-]\s")


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _likeness(text: str, names: Sequence[frozenset[str]]) -> float:
    """The best share of common words (Dice) of `text` and one of `names`."""
    words = _words(text)
    return max((2 * len(words & name) / (len(words) + len(name)) for name in names if words or name), default=0.0)


def _ends_in(text: str, parts: Iterable[str]) -> str:
    """The name of the page that a heading ends in, after a kicker; else ""."""
    return next((part for part in parts if text.endswith(f" {part}") and len(text) <= LONGEST_WITH * len(part)), "")


def as_called(title: Piece, named: Sequence[str]) -> str:
    """The title as the page is called, without a kicker that the markup sets in the same heading.

    A page that is called by both, with a colon between them, has both in its title.
    """
    names = [_BESIDE.split(name)[0] for name in named]
    if both := [name for name in names if name.replace(": ", " ", 1) == title.text]:
        return both[0]
    called = _ends_in(title.text, (name for name in names if len(name.split()) >= SHORTEST_PART))
    parts = {title.text.removesuffix(called).strip(), called}
    inside = (" ".join(own_text(node).split()) for node in nodes(title.node) if node is not title.node)
    return called if called and not parts.isdisjoint(inside) else title.text


def _rank(piece: Piece, names: Sequence[frozenset[str]], parts: Sequence[str]) -> float:
    """How likely a piece is the title; 0 if it cannot be."""
    if len(piece.text) > LONGEST or piece.kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH}:
        return 0
    likeness = _likeness(piece.text, names)
    first_level = piece.kind is BlockKind.HEADING and piece.level == 1
    if piece.level and _ends_in(piece.text, parts):
        likeness = max(likeness, SAME)
    if likeness < (ALIKE if first_level else SAME):
        return 0
    return likeness + (0.3 if first_level else 0.1 if piece.kind is BlockKind.HEADING else 0)


def find_title(pieces: Sequence[Piece], first: int, last: int, named: Iterable[str]) -> int | None:
    """The index of the title in `pieces`, the article being those from `first` to before `last`.

    It is what is most like what the page says it is called (`named`), a heading of the first level before others;
    without such a one the first `h1` in the article, or the last one before it.
    """
    called = list(filter(None, named))
    names = [_words(name) for name in called]
    parts = [part for name in called for part in _BESIDE.split(name) if len(part.split()) >= SHORTEST_PART]
    ranks = {i: _rank(piece, names, parts) for i, piece in enumerate(islice(pieces, last))}
    best = max(ranks, key=lambda i: (ranks[i], -i), default=None)
    if best is not None and ranks[best]:
        return best
    headings = [i for i in ranks if pieces[i].kind is BlockKind.HEADING and pieces[i].level == 1]
    inside = [i for i in headings if i >= first]
    return inside[0] if inside else headings[-1] if headings else None
