"""The cells of a table in their columns."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.extract.html.pieces import BETWEEN_CELLS, Piece
from pipeline.extract.html.tree import Node, elements
from pipeline.extract.numbers import number_in
from pipeline.records import BlockKind, Span

MOST_COLUMNS = 200  # a colspan of a thousand is legal HTML

Read = Callable[[Node], list[Piece]]


@dataclass(frozen=True, slots=True)
class Cell:
    node: Node
    text: str
    linked: int
    blocks: int
    column: int
    width: int = 1  # columns


@dataclass(frozen=True, slots=True)
class Row:
    """The cells with words in them."""

    node: Node
    cells: tuple[Cell, ...]
    in_head: bool = False

    def is_of(self, tag: str) -> bool:
        """Whether all of its cells are `tag`."""
        return all(cell.node.tag == tag for cell in self.cells)


def _span(node: Node, name: str) -> int:
    return max(1, min(number_in(node.get(name).strip()) or 1, MOST_COLUMNS))


def read_cell(node: Node, column: int, read: Read, width: int = 1) -> Cell:
    """A cell as one line of text."""
    pieces = read(node)
    text = " ".join(" ".join(piece.text.split()) for piece in pieces)
    return Cell(node, text, sum(piece.linked for piece in pieces), len(pieces), column, width)


def read_grid(rows: list[tuple[Node, bool]], read: Read) -> list[Row]:
    """The rows of `tr` nodes, each given with whether it is in the table's head; those without words are left out."""
    free = [0] * (2 * MOST_COLUMNS)  # for each column the number of the row from which no cell from above fills it
    grid = []
    for i, (node, in_head) in enumerate(rows):
        cells = []
        column = 0
        for cell in elements(node):
            while column < MOST_COLUMNS and free[column] > i:
                column += 1
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            cells.append(read_cell(cell, column, read, width))
            free[column : column + width] = [i + height] * width
            column = min(column + width, MOST_COLUMNS)
        if filled := tuple(cell for cell in cells if cell.text and not cell.node.hidden):
            grid.append(Row(node, filled, in_head))
    return grid


def row_piece(row: Row, group: Node) -> Piece:
    """The row as one text, its cells set apart."""
    spans: list[Span] = []
    at = 0
    for cell in row.cells:
        spans.append(Span(at, at + len(cell.text)))
        at += len(cell.text) + len(BETWEEN_CELLS)
    text = BETWEEN_CELLS.join(cell.text for cell in row.cells)
    linked = sum(cell.linked for cell in row.cells)
    return Piece(row.node, BlockKind.TABLE_ROW, text, linked, group=group, cells=tuple(spans))
