"""Tables: lines under each other whose segments stand in the same columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.extract.pdf.lines import Line, Segment
from pipeline.extract.pdf.page import Box

FEWEST_ROWS = 2
FILLED = 0.6  # of the lines have two cells or more; else it is text with gaps in it

Cell = tuple[Segment, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]


@dataclass(slots=True)
class _Column:
    left: float
    right: float


def _columns(lines: Sequence[Line]) -> list[_Column]:
    """Where segments of any of the lines overlap, there is a column."""
    found: list[_Column] = []
    for segment in sorted((s for line in lines for s in line.segments), key=lambda s: s.left):
        if found and segment.left < found[-1].right:
            found[-1].right = max(found[-1].right, segment.right)
        else:
            found.append(_Column(segment.left, segment.right))
    return found


def _with_own_heads(lines: Sequence[Line], columns: Sequence[_Column]) -> list[_Column]:
    """A column that is filled in the first line alone is the centred head of the one beside it."""
    filled = [{i for i, line in enumerate(lines) if _cells(line, [column])[0]} for column in columns]
    found: list[_Column] = []
    rows: set[int] = set()
    for column, own in zip(columns, filled, strict=True):
        if found and {0} in (rows, own) and rows.isdisjoint(own):
            found[-1] = _Column(found[-1].left, column.right)
            rows = rows | own
        else:
            found.append(column)
            rows = own
    return found


def _cells(line: Line, columns: Sequence[_Column]) -> Row:
    return tuple(
        tuple(s for s in line.segments if s.left < column.right and s.right > column.left) for column in columns
    )


def _is_parted(upper: Line, lower: Line, boxes: Sequence[Box]) -> bool:
    """Whether a level line is drawn between two lines of text."""
    high, low = upper.whole.base, lower.whole.base + 0.3 * lower.whole.size
    left, right = lower.whole.left, lower.whole.right
    return any(
        box.left < right and box.right > left and (low < box.top < high or low < box.bottom < high) for box in boxes
    )


def _merged(upper: Row, lower: Row) -> Row:
    return tuple(above + below for above, below in zip(upper, lower, strict=True))


def _rows(lines: Sequence[Line], columns: Sequence[_Column], boxes: Sequence[Box]) -> list[Row]:
    """A row for each line, or each group of lines between two that are drawn."""
    parted = [_is_parted(upper, lower, boxes) for upper, lower in pairwise(lines)]
    is_ruled = sum(parted) >= FEWEST_ROWS
    rows = [_cells(lines[0], columns)]
    for line, begins in zip(lines[1:], parted, strict=True):
        cells = _cells(line, columns)
        # Without drawn lines, what leaves the first column empty goes on with the row above it.
        if begins or (not is_ruled and cells[0]):
            rows.append(cells)
        else:
            rows[-1] = _merged(rows[-1], cells)
    return rows


def table_at(lines: Sequence[Line], start: int, boxes: Sequence[Box]) -> tuple[Table, int] | None:
    """The table that begins at `lines[start]`, and the index after it; None if none does."""
    end = start
    while end < len(lines) and len(lines[end].segments) > 1:
        end += 1
        # A line with a single cell belongs to it only inside drawn rows.
        while end < len(lines) and len(lines[end].segments) == 1 and not _is_parted(lines[end - 1], lines[end], boxes):
            following = end + 1
            if following < len(lines) and _is_parted(lines[end], lines[following], boxes):
                end = following
            else:
                break
    found = lines[start:end]
    columns = _with_own_heads(found, _columns(found))
    filled = sum(sum(map(bool, _cells(line, columns))) > 1 for line in found)
    if len(found) < FEWEST_ROWS or len(columns) < 2 or filled < FILLED * len(found):  # noqa: PLR2004 - one column is text
        return None
    rows = _rows(found, columns, boxes)
    return (Table(tuple(rows)), end) if len(rows) >= FEWEST_ROWS else None
