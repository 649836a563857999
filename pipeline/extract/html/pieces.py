"""The pieces of text that a tree holds, and how they are laid out as one text with blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.html.tree import Node
from pipeline.extract.leads import lead_in
from pipeline.records import Block, BlockKind, Region, Span

BULLET = "• "
BETWEEN_CELLS = " | "


@dataclass(slots=True, eq=False)
class Piece:
    """A block to be: `node` is the innermost element around all of its words."""

    node: Node
    kind: BlockKind
    text: str
    linked: int = 0  # characters of it that are links
    level: int = 0
    group: Node | None = None  # the list or table that it shares with its neighbours
    bullet: bool = False
    intro: "Piece | None" = None  # what stands before the list that it is an item of
    cells: tuple[Span, ...] = ()  # inside `text`
    header: "Piece | None" = None
    columns: tuple[int, ...] = ()  # for each cell the number of its column's cell in the header row, -1 for none
    is_header: bool = False
    region: Region = Region.BODY


def _shifted(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)


def _headers(piece: Piece, starts: dict[Piece, int]) -> tuple[Span, ...]:
    """For each cell the header's cell above it, empty where there is none."""
    if piece.header is None:
        return ()
    start = starts[piece.header]
    above = _shifted(piece.header.cells, start)
    return tuple(above[column] if column >= 0 else Span(start, start) for column in piece.columns)


def lay_out(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text of all pieces, and a block for each: `text[start:end]` is the piece's text.

    Items of one list and rows of one table follow each other on lines, all else is set apart by an empty line.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    starts: dict[Piece, int] = {}
    at, previous = 0, None
    for piece in pieces:
        if previous:
            parts.append("\n" if piece.group and piece.group is previous.group else "\n\n")
            at += len(parts[-1])
        if piece.bullet:
            parts.append(BULLET)
            at += len(BULLET)
        starts[piece] = at
        intro = piece.intro if piece.kind is BlockKind.LIST_ITEM else None
        blocks.append(
            Block(
                kind=piece.kind,
                start=at,
                end=at + len(piece.text),
                level=piece.level,
                lead=lead_in(intro.text, starts[intro]) if intro else None,
                cells=_shifted(piece.cells, at) if piece.kind is BlockKind.TABLE_ROW else (),
                headers=_headers(piece, starts) if piece.kind is BlockKind.TABLE_ROW else (),
                is_header=piece.is_header and piece.kind is BlockKind.TABLE_ROW,
                region=piece.region,
            )
        )
        parts.append(piece.text)
        at += len(piece.text)
        previous = piece
    return "".join(parts), tuple(blocks)
