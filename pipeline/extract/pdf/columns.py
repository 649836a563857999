"""The reading order of a page: where columns stand side by side, the left one is read first.

A gutter is a strip that hardly a line crosses, with running text on both sides. What crosses it, such as a title over
two columns, parts what is above it from what is below.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from statistics import median

from pipeline.extract.pdf.lines import Segment
from pipeline.extract.pdf.page import Box

FEWEST_LINES = 4  # on either side; fewer are as likely the cells of a table
FEWEST_WORDS = 3.5  # in a line, at the median; cells of tables have fewer
FULL = 0.6  # of the column's width, at the median; in tables few cells are full
MOST_CROSSING = 0.2  # of the lines beside the gutter
MOST_FRAMES = 3  # drawn across or along the gutter; more are those of a table


def _widths_fill(side: Sequence[Segment]) -> bool:
    """Whether most segments are as wide as their column; there may be several columns on a side."""
    shares: list[float] = []
    column: list[Segment] = []
    right = 0.0
    for segment in sorted(side, key=lambda s: s.left):
        if column and segment.left > right:
            shares += _shares(column)
            column, right = [], 0.0
        column.append(segment)
        right = max(right, segment.right)
    return median(shares + _shares(column)) >= FULL


def _shares(column: Sequence[Segment]) -> list[float]:
    """Of the width of a column, what each of its segments fills."""
    wide = max(s.right for s in column) - min(s.left for s in column)
    return [(s.right - s.left) / (wide or 1) for s in column]


def _is_text(side: Sequence[Segment]) -> bool:
    return bool(side) and median(len(s.words) for s in side) >= FEWEST_WORDS and _widths_fill(side)


def _is_framed(at: float, side: Sequence[Segment], boxes: Sequence[Box]) -> bool:
    low, high = min(s.base for s in side), max(s.base for s in side)
    beside = sum(
        box.left < at + 1 and box.right > at - 8 and low <= (box.bottom + box.top) / 2 <= high for box in boxes
    )
    return beside >= MOST_FRAMES


def _parts(segments: Sequence[Segment], boxes: Sequence[Box], at: float, fewest: int) -> bool:
    """Whether a gutter before `at` has running text on both sides, of at least so many lines."""
    right = [s for s in segments if s.left >= at]
    left = [s for s in segments if s.right <= at]
    if len(right) < fewest or not _is_text(right) or not _is_text(left):
        return False
    low, high = min(s.base for s in right), max(s.base for s in right)
    crossing = sum(s.left < at < s.right and low <= s.base <= high for s in segments)
    beside = sum(low <= s.base <= high for s in left)
    return beside >= fewest and crossing <= MOST_CROSSING * len(right) and not _is_framed(at, right, boxes)


def gutter(segments: Sequence[Segment], boxes: Sequence[Box], usual: Iterable[float] = ()) -> float | None:
    """Where the right column of a pair begins. Where columns `usual` begin in the document, few lines are enough."""
    starts = sorted({round(s.left) - 1.0 for s in segments})
    known = (at for at in usual if _parts(segments, boxes, at, 1))
    return next(known, None) or next((at for at in starts[1:] if _parts(segments, boxes, at, FEWEST_LINES)), None)


def gutters(segments: Sequence[Segment], boxes: Sequence[Box]) -> list[float]:
    """Where all but the first column of a page begin."""
    at = gutter(segments, boxes)
    if at is None:
        return []
    sides = ([s for s in segments if s.right <= at], [s for s in segments if s.left >= at])
    return [at, *(inner for side in sides for inner in gutters(side, boxes))]


def columns(segments: Sequence[Segment], boxes: Sequence[Box], usual: Sequence[float] = ()) -> list[list[Segment]]:
    """The segments of a page, or of a column of it, as columns in reading order."""
    at = gutter(segments, boxes, usual)
    if at is None:
        return [list(segments)] if segments else []
    ordered = sorted(segments, key=lambda s: -s.base)
    bands: list[list[Segment]] = [list(band) for _, band in groupby(ordered, key=lambda s: s.left < at < s.right)]
    found: list[list[Segment]] = []
    for band in bands:
        if band[0].left < at < band[0].right:
            found.append(band)
        else:
            for side in ([s for s in band if s.right <= at], [s for s in band if s.left >= at]):
                found += columns(side, boxes, usual) if side else []
    return found
