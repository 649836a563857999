"""One run of text in an RTF file - the body, a note, the margin of a page - from signs to paragraphs and tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby

from pipeline.extract.html.tree import Node
from pipeline.extract.paged.flow import Flow, add
from pipeline.extract.paged.runs import Run
from pipeline.extract.paged.styles import PLAIN, Kind, heading, kind_named
from pipeline.extract.text.bullets import bullet_length


@dataclass(slots=True)
class Style:
    name: str = ""
    based_on: int | None = None
    outline: int | None = None
    bold: bool = False


Styles = Mapping[int, Style]


@dataclass(slots=True)
class Look:
    """What is said of the paragraph that is being read."""

    style: int = 0
    outline: int | None = None
    level: int = 0  # of a list item, from 0 on
    marked: bool = False  # a bullet or number is printed before it
    hanging: bool = False
    in_table: bool = False


def _chain(look: Look, styles: Styles) -> list[Style]:
    """The paragraph's style and those that it is based on, each once."""
    found: list[Style] = []
    at: int | None = look.style
    while at is not None and at in styles and styles[at] not in found:
        found.append(styles[at])
        at = styles[at].based_on
    return found


def kind_of(look: Look, styles: Styles) -> Kind:
    """What a paragraph is: by the names of its styles, then by its outline level."""
    chain = _chain(look, styles)
    if named := next(filter(None, (kind_named(style.name) for style in chain)), None):
        return named
    levels = (look.outline, *(style.outline for style in chain))
    level = next((level for level in levels if level is not None), None)
    return PLAIN if level is None else heading(level + 1)


def _without_mark(runs: list[Run]) -> list[Run]:
    """The runs without the bullet or number that they begin with; the same runs if there is none."""
    whole = "".join(run.text for run in runs)
    cut = bullet_length(whole)
    kept: list[Run] = []
    for run in runs:
        kept.append(run._replace(text=run.text[cut:]))
        cut = max(cut - len(run.text), 0)
    return kept


def _in_one_look(runs: list[Run]) -> list[Run]:
    """One run for all that look the same side by side, because two numbers may be one character."""
    looks = groupby(runs, key=lambda run: (run.bold, run.raised))
    return [Run(_joined("".join(run.text for run in same)), *look) for look, same in looks]


@dataclass(slots=True)
class Story:
    """Takes words and the ends of paragraphs, cells and rows."""

    flow: Flow
    styles: Styles
    look: Look = field(default_factory=Look)
    is_header: bool = False  # the row that is being read names columns
    _runs: list[Run] = field(default_factory=list)
    _table: Node | None = None
    _row: Node | None = None
    _cell: Flow | None = None

    def words(self, run: Run) -> None:
        bold = run.bold or any(style.bold for style in _chain(self.look, self.styles))
        self._runs.append(run._replace(bold=bold))

    def _open_cell(self) -> Flow:
        if self._row is None:
            self._row = Node("tr", {}, None)
        if self._cell is None:
            self._cell = Flow(add(self._row, "td"))
        return self._cell

    def end_paragraph(self) -> None:
        """Put what was read where it belongs; the next paragraph looks the same until something else is said."""
        runs = _in_one_look(self._runs)
        self._runs.clear()
        kind, look = kind_of(self.look, self.styles), self.look
        is_item = look.marked
        if not is_item and look.hanging and (shorter := _without_mark(runs)) != runs:
            is_item, runs = True, shorter
        look.marked = False
        if not any(run.text.strip() for run in runs):
            return
        if not look.in_table:
            self.end_table()
        flow = self._open_cell() if look.in_table else self.flow
        flow.paragraph(runs, kind, look.level + 1 if is_item and not kind.tag.startswith("h") else 0)

    def end_cell(self) -> None:
        self.look.in_table = True
        self.end_paragraph()
        self._open_cell()
        self._cell = None

    def end_row(self) -> None:
        row, self._row, self._cell = self._row, None, None
        if row is None:
            return
        self._table = self._table or self.flow.inside("table").node
        row.parent = add(self._table, "thead" if self.is_header else "tbody")
        row.parent.children.append(row)
        for cell in row.children:
            if self.is_header and isinstance(cell, Node):
                cell.tag = "th"

    def end_table(self) -> None:
        self.end_row()
        self._table = None

    def end(self) -> None:
        """Nothing comes after this; the last paragraph of a story often has no end of its own."""
        self.end_paragraph()
        self.end_table()


def _joined(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
