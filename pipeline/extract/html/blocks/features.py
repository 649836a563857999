"""What is known of each block of a page, as numbers: what it looks like, where it stands, and what it stands among.

No word of any language is among them, so that what is learned on pages of one language holds for those of another.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.html.holdings import Holdings
from pipeline.extract.html.main_content import MainContent
from pipeline.extract.html.marked import prose
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.regions import Mark
from pipeline.extract.html.tree import Node, ancestors, unseen
from pipeline.records import BlockKind, Region

Column = Sequence[float] | NDArray[np.generic]
Features = dict[str, Column]

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


def _mark(mark: Mark | None) -> float:
    return _REGIONS[mark.region] + len(_REGIONS) * mark.surrounds if mark else -1.0


def _make(piece: Piece) -> tuple[str, str, str]:
    parent = piece.node.parent
    return piece.node.tag, piece.node.get("class"), parent.get("class") if parent else ""


def _shares(keys: Sequence[object], running: Iterable[int], whole: int) -> list[float]:
    """For each key the share of the page's prose that stands under the same one."""
    held: Counter[object] = Counter()
    for key, own in zip(keys, running, strict=True):
        held[key] += own
    return [held[key] / whole for key in keys]


def _likeness(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _capitals(texts: Sequence[str], sizes: NDArray[np.int64]) -> tuple[Column, Column]:
    """For each text the share of its characters that are capitals, and of its words that begin with one."""
    signs = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), "<U1")
    starts = np.cumsum(sizes) - sizes
    is_upper, is_space = np.strings.isupper(signs), np.strings.isspace(signs)
    begins = np.append(True, is_space[:-1])
    begins[starts] = True
    begins &= ~is_space  # a word
    upper, capitalised, words = (
        np.add.reduceat(found, starts, dtype=np.int64) for found in (is_upper, is_upper & begins, begins)
    )
    return upper / sizes, capitalised / words


def _look(pieces: Sequence[Piece]) -> Features:
    texts = [piece.text for piece in pieces]
    sizes = np.array([len(text) for text in texts])
    upper, capitalised = _capitals(texts, sizes)
    return {
        "size": np.log1p(sizes),
        "linked": np.array([piece.linked for piece in pieces]) / sizes,
        "ends": [text.rstrip(_CLOSING)[-1:] in ".!?…" for text in texts],
        "upper": upper,
        "capitalised": capitalised,
        "kind": [_KINDS[piece.kind] for piece in pieces],
        "level": [piece.level for piece in pieces],
        "tag": [_TAGS.get(piece.node.tag, FAR) for piece in pieces],
    }


class _Lineage:
    """What a node has above it, worked out once for each node."""

    def __init__(self, main: Node) -> None:
        self._spine = frozenset(ancestors(main))
        self._known: dict[Node | None, tuple[int, int, float, tuple[str, ...]]] = {None: (0, 0, FAR, ())}

    def of(self, node: Node) -> tuple[int, int, float, tuple[str, ...]]:
        """How deep it is, which of `_INSIDE` are above it, as bits, the steps up to an element around `main`, its path.

        The path are the tags of `PATH` elements from it outwards.
        """
        for up in unseen(node, self._known):
            depth, inside, steps, path = self._known[up.parent]
            steps = 0.0 if up in self._spine else steps + 1
            self._known[up] = depth + 1, inside | _BITS.get(up.tag, 0), steps, (up.tag, *path[: PATH - 1])
        return self._known[node]


def _around(pieces: Sequence[Piece], held: Holdings, whole: int) -> Iterator[tuple[str, Column]]:
    above: list[Node] = [piece.node for piece in pieces]
    at = 0
    for level in CONTAINERS:
        while at < level:
            above, at = [node.parent or node for node in above], at + 1
        inside = [held[node] for node in above]
        sizes = np.array([inner.size for inner in inside], np.float64)
        yield f"size@{level}", np.log1p(sizes)
        yield f"linked@{level}", np.array([inner.linked for inner in inside]) / sizes
        yield f"blocks@{level}", np.log1p([inner.blocks for inner in inside])
        yield f"prose@{level}", np.array([inner.prose for inner in inside]) / whole


def features(pieces: Sequence[Piece], main: MainContent, words: Sequence[Sequence[str]]) -> Features:
    """Columns with a value for each piece; `words` are those of its text, in one case.

    They are sizes as logarithms of characters, shares of the page's prose, distances in blocks, and codes. `main` is
    the element that holds the article.
    """
    title = main.title
    running = np.array([prose(piece) for piece in pieces])
    whole = int(running.sum()) or 1
    times = Counter(piece.text for piece in pieces)
    called = set(words[title]) if title is not None else set()
    lineage = _Lineage(main.node)
    depths, containers, steps, paths = zip(*[lineage.of(piece.node) for piece in pieces], strict=True)
    at = np.arange(len(pieces))
    inside = (main.first <= at) & (at < main.last)
    return {
        **_look(pieces),
        **{f"in_{tag}": [bool(above & bit) for above in containers] for tag, bit in _BITS.items()},
        **dict(_around(pieces, main.held, whole)),
        "depth": depths,
        "mark": [_mark(main.around[piece.node]) for piece in pieces],
        "mark_inside": [
            _mark(main.marks.get(piece.node)) if inner else -1.0 for piece, inner in zip(pieces, inside, strict=True)
        ],
        "inside": inside,
        "from_title": at - (main.first if title is None else title),
        "from_first": at - main.first,
        "to_last": main.last - at,
        "prose_before": (np.cumsum(running) - running) / whole,
        "prose": running / whole,
        "prose_of_path": _shares(paths, running, whole),
        "prose_of_make": _shares(list(map(_make, pieces)), running, whole),
        "times": [times[piece.text] for piece in pieces],
        "like_title": [_likeness(set(of_piece), called) if called else 0.0 for of_piece in words],
        "to_main": steps,
    }
