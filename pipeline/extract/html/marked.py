"""Which of the markup's names hold for which pieces of a page.

A name says what a part is only if it stands beside the article, not around it: `related` on the wrapper of everything,
or `promo` on every paragraph, is somebody's layout. So a name that covers most of the prose marks nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.regions import Mark
from pipeline.extract.html.tree import Node, unseen
from pipeline.records import BlockKind, Region

SHORTEST_PROSE = 40  # characters outside links; labels and menus are shorter
WRAPS = 0.7  # share of the prose under a name; more is the article itself. 0.6 and 0.8 are 0.001 worse in F1
WRAP_EVEN_SO = 0.9  # for comments and tags: a long discussion or imprint outweighs its article

Read = Callable[[Node], tuple[tuple[str, Mark], ...]]

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.TABLE_ROW})


def prose(piece: Piece) -> int:
    """The characters of running text in a piece."""
    unlinked = len(piece.text) - piece.linked
    return unlinked if piece.kind in _PROSE and unlinked >= SHORTEST_PROSE else 0


def sums(pieces: Iterable[Piece], weight: Callable[[Piece], int]) -> dict[Node, int]:
    """The weight of the pieces inside each node that has any."""
    total: dict[Node, int] = {}
    for piece in pieces:
        if own := weight(piece):
            for node in unseen(piece.node, total):
                total[node] = 0
            total[piece.node] += own
    for node in reversed(total):  # from the inside out
        if node.parent:
            total[node.parent] += total[node]
    return total


def _covered(pieces: Iterable[Piece], read: Read) -> tuple[Mapping[str, int], int]:
    """The prose under each name, and all of it."""
    covered: dict[str, int] = defaultdict(int)
    above: dict[Node | None, frozenset[str]] = {None: frozenset()}
    whole = 0
    for piece in pieces:
        own = prose(piece)
        whole += own
        if own:
            for node in unseen(piece.node, above):
                names = above[node.parent]
                above[node] = names.union([name for name, _ in said]) if (said := read(node)) else names
            for name in above[piece.node]:
                covered[name] += own
    return covered, whole


def marked(pieces: Sequence[Piece], read: Read) -> dict[Node, Mark | None]:
    """For the node of each piece the mark of the innermost element around it that has one.

    `pieces` are all there is to compare with: those of the page, or those of the article. `read` is `marks`, which
    remembers what it has read where a page is gone through twice.
    """
    covered, whole = _covered(pieces, read)

    def holds(name: str, mark: Mark) -> bool:
        most = WRAP_EVEN_SO if mark.region is Region.COMMENTS or name.startswith("<") else WRAPS
        return covered.get(name, 0) <= most * whole

    found: dict[Node, Mark | None] = {}
    for piece in pieces:
        for node in unseen(piece.node, found):
            said = read(node)
            own = next((mark for name, mark in said if holds(name, mark)), None) if said else None
            found[node] = own or (found[node.parent] if node.parent else None)
    return found
