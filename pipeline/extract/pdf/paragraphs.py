"""The lines of a column to paragraphs, list items and tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.pdf.hyphens import is_divided
from pipeline.extract.pdf.lines import Line
from pipeline.extract.pdf.page import Box
from pipeline.extract.pdf.tables import Table, table_at
from pipeline.extract.pdf.typography import Typography
from pipeline.extract.text.bullets import bullet_length, is_sure

WIDER = 1.25  # times the usual distance of lines; paragraphs that are set apart have 1.4 and more
INDENT = 0.6  # of the size; first lines are indented by one or more
SAME_SIZE = 0.05  # of the size
SHORT = 0.35  # of the column; a line that ends earlier ends a paragraph even without a full stop

ENDS = (".", "!", "?", ":", "”", '"', "’", ")")


@dataclass(slots=True)
class Paragraph:
    lines: list[Line] = field(default_factory=list)
    item: bool = False
    left: float = 0.0  # where its words begin, in an item those after the mark
    indent: float = 0.0  # of its first line in its column

    @property
    def size(self) -> float:
        return self.lines[0].whole.size

    @property
    def bold(self) -> bool:
        return all(line.whole.bold for line in self.lines)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Edges:
    """Of a column."""

    left: float
    right: float


def _is_marked(line: Line) -> bool:
    return line.whole.dotted or bullet_length(line.text) > 0


def _text_left(line: Line) -> float:
    """Where the words after a mark begin."""
    whole = line.whole
    cut = 0 if whole.dotted else bullet_length(line.text)
    at = 0
    for run, word in zip((word.text for word in whole.words), whole.words, strict=True):
        if at >= cut:
            return word.left
        at += len(run) + 1
    return whole.left


def would_have_fitted(upper: Line, lower: Line, right: float) -> bool:
    """Whether the first word of a line would have had room at the end of the line above it."""
    first = lower.whole.words[0]
    return upper.whole.right + 0.3 * upper.whole.size + (first.right - first.left) < right - 0.5 * upper.whole.size


def _is_short(upper: Line, lower: Line, edges: Edges) -> bool:
    if is_divided(upper.text) or not would_have_fitted(upper, lower, edges.right):
        return False
    room = edges.right - upper.whole.right
    return upper.text.endswith(ENDS) or room > (1 - SHORT) * (edges.right - edges.left)


def _is_far(upper: Line, lower: Line, style: Typography) -> bool:
    distance = upper.whole.base - lower.whole.base
    size = max(upper.whole.size, lower.whole.size)
    return distance > WIDER * max(style.leading, 1.0) * size


def looks_other(upper: Line, lower: Line) -> bool:
    """Whether two lines are set in different type."""
    a, b = upper.whole, lower.whole
    return abs(a.size - b.size) > SAME_SIZE * max(a.size, b.size) or a.bold != b.bold


def _begins(paragraph: Paragraph, line: Line, edges: Edges, style: Typography) -> bool:
    """Whether a line begins a paragraph of its own after those of `paragraph`."""
    last, whole = paragraph.lines[-1], line.whole
    if looks_other(last, line) or _is_far(last, line, style):
        return True
    short = _is_short(last, line, edges)
    if _is_marked(line) and (whole.dotted or is_sure(line.text) or paragraph.item or short):
        return True
    indent = INDENT * whole.size
    if paragraph.item:
        return whole.left < paragraph.left - indent or short
    return (
        short
        or whole.left > last.whole.left + indent
        or (whole.left < last.whole.left - indent and len(paragraph.lines) > 1)
    )


def _paragraph(line: Line, edges: Edges) -> Paragraph:
    whole = line.whole
    # A bold line with a number is a heading more often than an item.
    item = whole.dotted or (_is_marked(line) and (is_sure(line.text) or not whole.bold))
    return Paragraph([line], item, _text_left(line) if item else whole.left, whole.left - edges.left)


def paragraphs(lines: Sequence[Line], boxes: Sequence[Box], style: Typography) -> list[Paragraph | Table]:
    """What a column holds, from the top down."""
    edges = Edges(
        min((line.whole.left for line in lines), default=0), max((line.whole.right for line in lines), default=0)
    )
    found: list[Paragraph | Table] = []
    at = 0
    while at < len(lines):
        if table := table_at(lines, at, boxes):
            found.append(table[0])
            at = table[1]
            continue
        last = found[-1] if found else None
        if isinstance(last, Paragraph) and not _begins(last, lines[at], edges, style):
            last.lines.append(lines[at])
        else:
            found.append(_paragraph(lines[at], edges))
        at += 1
    return found
