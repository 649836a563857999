"""What is inside each element of a page, added up once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.html.marked import prose
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.tree import Node, unseen


@dataclass(slots=True)
class Held:
    """The pieces inside a node, all told."""

    size: int = 0  # characters
    linked: int = 0  # of them
    prose: int = 0  # of them
    blocks: int = 0


Holdings = Mapping[Node, Held]


def holdings(pieces: Sequence[Piece]) -> Holdings:
    """What each node holds; one that holds nothing has zeros."""
    found: dict[Node, Held] = defaultdict(Held)
    for piece in pieces:
        for node in unseen(piece.node, found):
            found[node] = Held()
        held = found[piece.node]
        held.size += len(piece.text)
        held.linked += piece.linked
        held.prose += prose(piece)
        held.blocks += 1
    for node in list(found)[::-1]:  # from the inside out
        if node.parent:
            outer, inner = found[node.parent], found[node]
            outer.size += inner.size
            outer.linked += inner.linked
            outer.prose += inner.prose
            outer.blocks += inner.blocks
    return found
