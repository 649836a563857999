"""What is inside each element of a page, added up once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.html.marked import prose
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.tree import Node, ancestors


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
        size, linked, own = len(piece.text), piece.linked, prose(piece)
        for node in ancestors(piece.node):
            held = found[node]
            held.size += size
            held.linked += linked
            held.prose += own
            held.blocks += 1
    return found
