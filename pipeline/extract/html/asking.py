"""Questions that the markup sets over their answers: accordions, definition lists, interviews.

An accordion is a row of elements, or a `details`, each of which opens with a question. Headings that ask are left to
`faq.py`: they may only be the headings of an essay.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.extract.html.interviews import interviews
from pipeline.extract.html.pieces import Piece, asks
from pipeline.extract.html.tree import Node, ancestors
from pipeline.records import BlockKind

LONGEST_ANSWER = 4  # blocks in an accordion; more is a part of the article
LONGEST_DEFINITION = 20  # blocks; more is a layout


def _holding(pieces: Sequence[Piece], first: int) -> tuple[Node, int] | None:
    """The smallest element that holds the piece `first` and more, and how many, if that piece is its first.

    Counted no further than what is too long for an accordion: pages are nested thousands deep.
    """
    after = set(ancestors(pieces[first + 1].node)) if first + 1 < len(pieces) else set()
    before = set(ancestors(pieces[first - 1].node)) if first else set()
    for node in ancestors(pieces[first].node):
        if node in before:
            return None
        if node in after:
            held = first + 1
            end = min(len(pieces), held + LONGEST_ANSWER + 1)
            while held < end and node in ancestors(pieces[held].node):
                held += 1
            return node, held - first
    return None


def _accordions(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Sequence[Piece]]]:
    rows: dict[Node | None, list[tuple[Node, Piece, Sequence[Piece]]]] = defaultdict(list)
    for i, piece in enumerate(pieces):
        if asks(piece) and (found := _holding(pieces, i)):
            node, size = found
            below = pieces[i + 1 : i + size]
            kinds = {p.kind for p in below} - {BlockKind.FURNITURE}
            if size <= LONGEST_ANSWER + 1 and kinds and BlockKind.HEADING not in kinds:
                rows[node.parent].append((node, piece, below))
    for items in rows.values():
        for node, piece, below in items:
            if node.tag == "details" or len(items) > 1:
                yield piece, below


def _definitions(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Sequence[Piece]]]:
    for i, piece in enumerate(pieces):
        term = next((node for node in ancestors(piece.node) if node.tag == "dt"), None) if asks(piece) else None
        if term:
            below = i + 1
            while below < min(len(pieces), i + LONGEST_DEFINITION + 1) and any(
                node.tag == "dd" and node.parent is term.parent for node in ancestors(pieces[below].node)
            ):
                below += 1
            yield piece, pieces[i + 1 : below]


def pair_questions(pieces: Sequence[Piece]) -> None:
    """Say of each piece that asks so, and of the paragraphs that answer it, which one they answer."""
    for find in (_accordions, _definitions, interviews):
        for question, below in find(pieces):
            answers = [piece for piece in below if piece.kind is BlockKind.PARAGRAPH]
            if below and not question.answers:
                question.asks = True
                for piece in answers:
                    piece.answers = question
