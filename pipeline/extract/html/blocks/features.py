"""What is known of each block of a page, as numbers: what it looks like, where it stands, and what it stands among.

No word of any language is among them, so that what is learned on pages of one language holds for those of another.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from pipeline.extract.html.main_content import MainContent
from pipeline.extract.html.marked import prose
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.regions import Mark
from pipeline.extract.html.titles import find_title
from pipeline.extract.html.tree import Node, ancestors
from pipeline.records import BlockKind, Region

Features = dict[str, float]

CONTAINERS = (1, 2, 3, 6)  # how many elements up
PATH = 4  # tags that make the path of a block
FAR = 99.0

# The numbers are those that the models have learned, whatever is added to the records.
_KINDS = {
    BlockKind(name): float(i)
    for i, name in enumerate(
        "heading paragraph list_item table_row question answer caption quote byline furniture".split()
    )
}
_REGIONS = {
    Region(name): float(i)
    for i, name in enumerate("body title author share related comments prompt advert legal".split())
}
_TAGS = {
    tag: float(i)
    for i, tag in enumerate(
        """
        p li h1 h2 h3 h4 h5 h6 a span div td th figcaption blockquote strong b em button time label section article
        """.split()
    )
}
_INSIDE = ("article", "ul", "pre", "figure", "table", "section")
_BITS = {tag: 1 << i for i, tag in enumerate(_INSIDE)}
_CLOSING = "\"”’')»"
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class _Held:
    """What is inside a node."""

    size: int = 0  # characters
    linked: int = 0
    blocks: int = 0
    prose: int = 0


def _holdings(pieces: Sequence[Piece], running: Sequence[int]) -> Mapping[Node, _Held]:
    found: dict[Node, _Held] = defaultdict(_Held)
    for piece, own in zip(pieces, running, strict=True):
        size, linked = len(piece.text), piece.linked
        for node in ancestors(piece.node):
            held = found[node]
            held.size += size
            held.linked += linked
            held.blocks += 1
            held.prose += own
    return found


def _mark(mark: Mark | None) -> float:
    return _REGIONS[mark.region] + len(_REGIONS) * mark.surrounds if mark else -1.0


def _path(piece: Piece) -> tuple[str, ...]:
    return tuple(node.tag for node in islice(ancestors(piece.node), PATH))


def _make(piece: Piece) -> tuple[str, str, str]:
    parent = piece.node.parent
    return piece.node.tag, piece.node.get("class"), parent.get("class") if parent else ""


def _shares(keys: Sequence[object], running: Sequence[int], whole: int) -> list[float]:
    """For each key the share of the page's prose that stands under the same one."""
    held: Counter[object] = Counter()
    for key, own in zip(keys, running, strict=True):
        held[key] += own
    return [held[key] / whole for key in keys]


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _likeness(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _look(piece: Piece) -> Features:
    text = piece.text
    words = text.split()
    return {
        "size": math.log1p(len(text)),
        "linked": piece.linked / len(text),
        "ends": text.rstrip(_CLOSING)[-1:] in ".!?…",
        "upper": sum(map(str.isupper, text)) / len(text),
        "capitalised": sum(word[0].isupper() for word in words) / len(words),
        "kind": _KINDS[piece.kind],
        "level": piece.level,
        "tag": _TAGS.get(piece.node.tag, FAR),
    }


class _Lineage:
    """What a node has above it, worked out once for each node."""

    def __init__(self, main: Node) -> None:
        self._spine = frozenset(ancestors(main))
        self._known: dict[Node | None, tuple[int, int, float]] = {None: (0, 0, FAR)}

    def of(self, node: Node) -> tuple[int, int, float]:
        """The elements from the root down, which of `_INSIDE` are among them, and the steps to one around `main`."""
        unknown = list(takewhile(lambda up: up not in self._known, ancestors(node)))
        for up in reversed(unknown):
            depth, inside, steps = self._known[up.parent]
            self._known[up] = depth + 1, inside | _BITS.get(up.tag, 0), 0.0 if up in self._spine else steps + 1
        return self._known[node]


def _among(node: Node, held: Mapping[Node, _Held], whole: int) -> Iterator[tuple[str, float]]:
    up, at = node, 0
    for level in CONTAINERS:
        while at < level and up.parent:
            up, at = up.parent, at + 1
        inside = held[up]
        yield f"size@{level}", math.log1p(inside.size)
        yield f"linked@{level}", inside.linked / inside.size
        yield f"blocks@{level}", math.log1p(inside.blocks)
        yield f"prose@{level}", inside.prose / whole


def features(pieces: Sequence[Piece], main: MainContent, titles: Sequence[str]) -> list[Features]:
    """For each piece: sizes as logarithms of characters, shares of the page's prose, distances in blocks, and codes.

    `main` is the element that holds the article, `titles` are what the page says it is called.
    """
    title = find_title(pieces, main.first, main.last, titles)
    running = [prose(piece) for piece in pieces]
    whole = sum(running) or 1
    held = _holdings(pieces, running)
    of_path, of_make = (_shares(list(map(key, pieces)), running, whole) for key in (_path, _make))
    times = Counter(piece.text for piece in pieces)
    called = _words(pieces[title].text) if title is not None else set()
    lineage = _Lineage(main.node)
    before = 0
    found = []
    for i, piece in enumerate(pieces):
        depth, containers, to_main = lineage.of(piece.node)
        inside = main.first <= i < main.last
        found.append(
            {
                **_look(piece),
                **{f"in_{tag}": bool(containers & bit) for tag, bit in _BITS.items()},
                **dict(_among(piece.node, held, whole)),
                "depth": depth,
                "mark": _mark(main.around[piece.node]),
                "mark_inside": _mark(main.marks.get(piece.node)) if inside else -1.0,
                "inside": inside,
                "from_title": i - (main.first if title is None else title),
                "from_first": i - main.first,
                "to_last": main.last - i,
                "prose_before": before / whole,
                "prose": running[i] / whole,
                "prose_of_path": of_path[i],
                "prose_of_make": of_make[i],
                "times": times[piece.text],
                "like_title": _likeness(_words(piece.text), called) if called else 0.0,
                "to_main": to_main,
            }
        )
        before += running[i]
    return found
