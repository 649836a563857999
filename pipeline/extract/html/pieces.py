"""The pieces of text that a tree holds, and how they are laid out as one text with blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.html.tree import Node
from pipeline.extract.leads import lead_in
from pipeline.records import Block, BlockKind, Region, Span

BULLET = "• "
BETWEEN_CELLS = " | "
LONGEST_QUESTION = 30  # words

_ASKS_IN = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


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
    nested: bool = False  # that list is itself in the item `intro`
    asks: bool = False  # it is a question over its answers
    answers: "Piece | None" = None  # the question that it answers
    cells: tuple[Span, ...] = ()  # inside `text`
    over: tuple["tuple[Piece, int] | None", ...] = ()  # for each cell the row and the number of the cell that names it
    is_header: bool = False
    region: Region = Region.BODY


def asks(piece: Piece, longest: int = LONGEST_QUESTION) -> bool:
    """Whether a piece is a question of so many words at most, and no mere link."""
    short = piece.text.endswith("?") and len(piece.text.split()) <= longest
    return short and piece.kind in _ASKS_IN and piece.linked < len(piece.text)


def _shifted(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)


def _headers(piece: Piece, starts: dict[Piece, int]) -> tuple[Span, ...]:
    """For each cell the header's cell above it, empty where there is none."""
    row = next((named[0] for named in piece.over if named), None)
    if row is None:
        return ()
    nothing = Span(starts[row], starts[row])
    return tuple(_shifted(named[0].cells, starts[named[0]])[named[1]] if named else nothing for named in piece.over)


def _kind(piece: Piece) -> BlockKind:
    if piece.region is not Region.BODY or piece.kind is BlockKind.FURNITURE:
        return piece.kind
    return BlockKind.QUESTION if piece.asks else BlockKind.ANSWER if piece.answers else piece.kind


def _lead(piece: Piece, kind: BlockKind, starts: dict[Piece, int]) -> Span | None:
    """The lead-in of an item, the question of an answer."""
    if kind is BlockKind.ANSWER and piece.answers:
        start = starts[piece.answers]
        return Span(start, start + len(piece.answers.text))
    intro = piece.intro if kind is BlockKind.LIST_ITEM else None
    return lead_in(intro.text, starts[intro], over_its_own=piece.nested) if intro else None


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
        kind = _kind(piece)
        blocks.append(
            Block(
                kind=kind,
                start=at,
                end=at + len(piece.text),
                level=piece.level if kind is BlockKind.HEADING else 0,
                lead=_lead(piece, kind, starts),
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
