"""Paragraphs and tables of a PDF to the tree that pages are read from."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extract.html.tree import Node
from pipeline.extract.paged.flow import Flow, add, write
from pipeline.extract.paged.runs import Run, without_references
from pipeline.extract.paged.styles import CAPTION, PLAIN, Kind, heading
from pipeline.extract.pdf.aligned import with_close_cells
from pipeline.extract.pdf.columns import columns, gutters
from pipeline.extract.pdf.hyphens import compounds, cut_at_end
from pipeline.extract.pdf.initials import with_initials
from pipeline.extract.pdf.lines import Line, lines_of
from pipeline.extract.pdf.margins import Sheet, sheets
from pipeline.extract.pdf.notes import number_of, split_notes, without_mark
from pipeline.extract.pdf.page import Page
from pipeline.extract.pdf.paragraphs import Paragraph, paragraphs
from pipeline.extract.pdf.rejoining import rejoin
from pipeline.extract.pdf.tables import Row, Table
from pipeline.extract.pdf.typography import Typography, heads, typography
from pipeline.extract.text.bullets import bullet_length

SAME_DEPTH = 4.0  # points; lists in each other are set further apart

_CAPTION = re.compile(r"(?:fig(?:ure|\.)|table|tab\.|abb(?:ildung|\.)|photo|map|chart)\s*\d+\s*[.:–—]", re.IGNORECASE)


def _runs(lines: Sequence[Line], known: frozenset[str]) -> list[Run]:
    """The words of lines, with spaces between the lines and divided words mended."""
    found: list[Run] = []
    for i, line in enumerate(lines):
        runs = line.whole.runs()
        if i:
            cut = cut_at_end(found[-1].text, runs[0].text, known)
            if cut is None:
                found.append(Run(" "))
            elif cut:
                found[-1] = found[-1]._replace(text=found[-1].text[:-cut])
        found += runs
    return found


def _cut(runs: Sequence[Run], length: int) -> list[Run]:
    """The runs without their first characters."""
    found = []
    for run in runs:
        found.append(run._replace(text=run.text[length:]))
        length = max(length - len(run.text), 0)
    return found


class _Writer:
    """Puts paragraphs and tables into a flow."""

    def __init__(self, style: Typography, compound: frozenset[str], noted: frozenset[str]) -> None:
        self.flow = Flow(Node("#root", {}, None))
        self._style, self._compound, self._noted = style, compound, noted
        self._indents: list[float] = []  # of the open lists

    def put(self, part: Paragraph | Table) -> None:
        if isinstance(part, Table):
            self._table(part.rows)
            return
        runs = without_references(_runs(part.lines, self._compound), self._noted)
        kind = self._kind(part)
        if not part.item or kind is not PLAIN:
            self._indents.clear()
            self.flow.paragraph(runs, kind)
            return
        mark = 0 if part.lines[0].whole.dotted else bullet_length("".join(run.text for run in runs))
        self.flow.paragraph(_cut(runs, mark), depth=self._depth(part.indent))

    def _kind(self, part: Paragraph) -> Kind:
        if heads(part.text, part.size, self._style.body):
            return heading(1 + sum(size > round(part.size) for size in self._style.headings))
        return CAPTION if _CAPTION.match(part.text) else PLAIN

    def _depth(self, indent: float) -> int:
        self._indents = [*(outer for outer in self._indents if outer < indent - SAME_DEPTH), indent]
        return len(self._indents)

    def _table(self, rows: Iterable[Row]) -> None:
        self._indents.clear()
        body = add(self.flow.inside("table").node, "tbody")
        for row in rows:
            node = add(body, "tr")
            for cell in row:
                filled = add(node, "td")
                for i, segment in enumerate(cell):
                    write(filled, [Run(" ")] if i else [])
                    write(filled, segment.runs())


def _in_columns(read: Sequence[Sheet]) -> list[list[list[Line]]]:
    """For each page its columns; those of one page help to find those of another."""
    usual = sorted({at for sheet in read for at in gutters(sheet.segments, sheet.page.boxes)})
    return [
        [lines_of(with_close_cells(column), number) for column in columns(sheet.segments, sheet.page.boxes, usual)]
        for number, sheet in enumerate(read)
    ]


def tree_of(pages: Sequence[Page]) -> Node:
    """The running text, then its footnotes, then what is printed on the margins."""
    read = [replace(sheet, segments=with_initials(sheet.segments)) for sheet in sheets(pages)]
    sorted_lines = _in_columns(read)
    everything = [column for page in sorted_lines for column in page]
    style = typography(everything)
    known = compounds(line.text for column in everything for line in column)
    parts: list[Paragraph | Table] = []
    notes: list[list[Line]] = []
    for sheet, page in zip(read, sorted_lines, strict=True):
        for column in page:
            lines, below = split_notes(column, style.body)
            parts += paragraphs(lines, sheet.page.boxes, style)
            notes += below
    writer = _Writer(style, known, frozenset(number_of(note[0]) for note in notes))
    for part in rejoin(parts):
        writer.put(part)
    for note in notes:
        words = "".join(run.text for run in _runs(note, known))
        writer.flow.inside("section").paragraph([Run(without_mark(words))])
    for sheet in read:
        for text in sheet.margins:
            writer.flow.inside("footer").paragraph([Run(text)])
    return writer.flow.node
