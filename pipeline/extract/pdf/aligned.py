"""Cells that stand close together: words that begin at one place in line after line, behind more than a space."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.pdf.lines import SAME_LINE, Segment, segment_of

GAP = 0.4  # of the size, before a cell; spaces have 0.25 to 0.33, those of justified lines more
SAME_PLACE = 1.0  # points
DISTANCE = 3.5  # of the size, at most between two rows
FEWEST = 3  # rows; two lines of text have a word at the same place now and then

_Row = list[Segment]  # at one height, from left to right


def _rows(segments: Sequence[Segment]) -> list[_Row]:
    found: list[_Row] = []
    for segment in sorted(segments, key=lambda s: (-s.base, s.left)):
        if found and found[-1][0].base - segment.base < SAME_LINE * segment.size:
            found[-1].append(segment)
        else:
            found.append([segment])
    return [sorted(row, key=lambda s: s.left) for row in found]


def _starts(row: _Row) -> list[float]:
    """Where words begin behind more than a space."""
    pairs = pairwise(word for segment in row for word in segment.words)
    return [after.left for word, after in pairs if after.left - word.right >= GAP * row[0].size]


def _shared(places: Sequence[float], row: _Row) -> list[float]:
    starts = _starts(row)
    return [place for place in places if any(abs(place - start) < SAME_PLACE for start in starts)]


def _goes_on(upper: _Row, lower: _Row) -> bool:
    a, b = upper[0], lower[0]
    return a.base - b.base < DISTANCE * a.size and abs(a.left - b.left) < SAME_PLACE and round(a.size) == round(b.size)


def _are_table(rows: Sequence[_Row]) -> bool:
    """Whether it is one: the lines of justified text all end at one place, but for the last."""
    rights = [row[-1].right for row in rows[:-1]]
    return len(rows) >= FEWEST and max(rights) - min(rights) > SAME_PLACE


def _at(segment: Segment, places: Sequence[float]) -> list[Segment]:
    """A segment as those that begin at the places."""
    words = segment.words
    begin = [i for i, word in enumerate(words) if i and any(abs(word.left - place) < SAME_PLACE for place in places)]
    ends = pairwise([0, *begin, len(words)])
    return [segment_of(words[i:end], dotted=segment.dotted and i == 0) for i, end in ends]


def with_close_cells(segments: Sequence[Segment]) -> list[Segment]:
    """The segments of a column, those of rows apart where their cells begin."""
    rows = _rows(segments)
    found: list[Segment] = []
    at = 0
    while at < len(rows):
        end, places = at + 1, _starts(rows[at])
        while end < len(rows) and _goes_on(rows[end - 1], rows[end]) and (shared := _shared(places, rows[end])):
            end, places = end + 1, shared
        table = places if _are_table(rows[at:end]) else []
        end = end if table else at + 1
        found += [part for row in rows[at:end] for segment in row for part in _at(segment, table)]
        at = end
    return found
