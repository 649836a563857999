"""Tables and definition lists to rows, where they are tables and not a layout."""

import re

from pipeline.extract.html.grid import Cell, Read, Row, read_cell, read_grid, row_piece
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.tree import Node, elements, nodes, own_text

MOST_BLOCKS = 2  # in a cell: with more it holds a part of the page
NARROWEST = 3  # columns of a table whose first row is told by figures below it; with two it may be a pair as they are
LONGEST_NAME = 6  # words, of a column
MOST_LAYOUT = 0.5  # share of a table's text in such cells

_LAYOUT_ROLES = frozenset({"presentation", "none"})
_LAYOUT_TAGS = frozenset("table h1 h2 h3 h4 h5 h6 article section form nav dl".split())
_PARTS = frozenset({"thead", "tbody", "tfoot"})
_FIGURE = re.compile(r"\d")
_WITHOUT_ROWS = frozenset({"caption", "colgroup", "col"}) | _PARTS


def _shown(node: Node) -> list[Node]:
    return [child for child in elements(node) if not child.hidden]


def _holds_layout(node: Node) -> bool:
    return any(inner.tag in _LAYOUT_TAGS for inner in nodes(node) if inner is not node)


def _is_row(node: Node) -> bool:
    return node.tag == "tr" and not own_text(node).strip() and all(cell.tag in {"td", "th"} for cell in elements(node))


def _table_rows(table: Node) -> list[tuple[Node, bool]]:
    """The `tr` of a table, and whether each is in its head; none if there is more in it than rows of cells."""
    found: list[tuple[Node, bool]] = []
    for part in _shown(table):
        rows = [part] if part.tag == "tr" else _shown(part) if part.tag in _PARTS else []
        stray = part.tag in _PARTS and own_text(part).strip()
        if stray or not all(map(_is_row, rows)) or (not rows and part.tag not in _WITHOUT_ROWS):
            return []
        found.extend((row, part.tag == "thead") for row in rows)
    return [] if own_text(table).strip() else found


def _is_layout(rows: list[Row]) -> bool:
    if max((len(row.cells) for row in rows), default=0) < 2:  # noqa: PLR2004 - one column is a frame around something
        return True
    total = sum(len(cell.text) for row in rows for cell in row.cells)
    full = sum(len(cell.text) for row in rows for cell in row.cells if cell.blocks > MOST_BLOCKS)
    return full > MOST_LAYOUT * total


def _is_bold(cell: Cell) -> bool:
    """Whether all words of a cell are in one bold element."""
    node = cell.node
    while not own_text(node).strip() and len(inner := elements(node)) == 1:
        node = inner[0]
        if node.tag in {"b", "strong"}:
            return True
    return False


def _names_figures(first: Row, below: list[Row]) -> bool:
    """Whether a first row of words stands over a column of figures, in a table wider than names and values."""
    width = len(first.cells)
    if width < NARROWEST or len(below) < 2 or any(len(row.cells) != width for row in below):  # noqa: PLR2004 - one row is no column
        return False
    if any(_FIGURE.search(cell.text) or len(cell.text.split()) > LONGEST_NAME for cell in first.cells):
        return False
    return any(all(_FIGURE.search(row.cells[column].text) for row in below) for column in range(1, width))


def _is_marked_after_corner(row: Row) -> bool:
    return len(row.cells) > 1 and row.cells[0].node.tag == "td" and all(c.node.tag == "th" for c in row.cells[1:])


def _header_rows(rows: list[Row]) -> set[int]:
    """The numbers of the rows that name columns: in the head, all `th`, or a first row that is told by its looks."""
    named = {i for i, row in enumerate(rows) if row.in_head or row.is_of("th")}
    if len(named) == len(rows):  # all of it is bold type, not all of it is a name
        return {0}
    bold = all(map(_is_bold, rows[0].cells)) and not any(map(_is_bold, rows[1].cells))
    if not named and (bold or _is_marked_after_corner(rows[0]) or _names_figures(rows[0], rows[1:])):
        return {0}
    return named


def _named_by(header: Piece, row: Row) -> dict[int, tuple[Piece, int]]:
    """For each column that a header row covers, its cell there."""
    return {cell.column + i: (header, j) for j, cell in enumerate(row.cells) for i in range(cell.width)}


def _read_table(table: Node, read: Read) -> list[Piece]:
    if table.get("role") in _LAYOUT_ROLES or _holds_layout(table):
        return []
    rows = read_grid(_table_rows(table), read)
    if _is_layout(rows):
        return []
    pieces = [piece for part in _shown(table) if part.tag == "caption" for piece in read(part)]
    names = _header_rows(rows) if len(rows) > 1 else set()
    named: dict[int, tuple[Piece, int]] = {}
    for i, row in enumerate(rows):
        piece = row_piece(row, table)
        piece.is_header = i in names
        if piece.is_header and (len(row.cells) > 1 or i - 1 in names or i + 1 in names):
            # The lower of two header rows names a column more exactly; one further down begins anew.
            named = (named if i - 1 in names else {}) | _named_by(piece, row)
        elif not piece.is_header and named:
            piece.over = tuple(named.get(cell.column) for cell in row.cells)
        pieces.append(piece)
    return pieces


def _read_definitions(listing: Node, read: Read) -> list[Piece]:
    """A row for each term and what follows it; none if the terms ask or a definition has several blocks."""
    entries = [inner for child in _shown(listing) for inner in (_shown(child) if child.tag == "div" else [child])]
    stray = any(
        own_text(node).strip() for node in (listing, *(child for child in elements(listing) if child.tag == "div"))
    )
    if stray or any(entry.tag not in {"dt", "dd"} for entry in entries) or _holds_layout(listing):
        return []
    rows: list[list[Cell]] = []
    after = ""
    for entry in entries:
        cell = read_cell(entry, 0, read)
        if entry.tag == "dt" and after != "dt":
            rows.append([])
        elif not rows:
            return []
        rows[-1].append(cell)
        after = entry.tag
    if any(cell.blocks > 1 or cell.text.endswith("?") for row in rows for cell in row):
        return []
    filled = [tuple(cell for cell in row if cell.text) for row in rows]
    return [row_piece(Row(listing, cells), listing) for cells in filled if cells]


def read_rows(node: Node, read: Read) -> list[Piece]:
    """The rows of a `table` or `dl`, after its caption; empty if it only arranges parts of the page.

    `read` gives the pieces of a cell.
    """
    return _read_table(node, read) if node.tag == "table" else _read_definitions(node, read)
