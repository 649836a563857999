"""The body of an OpenDocument text to a tree: what a reader sees in print, without deletions and comments."""

from collections.abc import Iterator

from pipeline.extract.html.grid import MOST_COLUMNS
from pipeline.extract.html.tree import Node
from pipeline.extract.numbers import number_in
from pipeline.extract.odt.styles import Styles
from pipeline.extract.paged.flow import Flow, add
from pipeline.extract.paged.markup import Element, attribute, children, name
from pipeline.extract.paged.runs import Run
from pipeline.extract.paged.styles import CONTENTS, heading

_BREAKS = {"line-break": "\n", "s": " ", "tab": " "}
_PARAGRAPHS = frozenset({"p", "h"})
_INDEXES = frozenset({"table-of-content", "illustration-index", "table-index", "object-index", "alphabetical-index"})
_ROWS = frozenset({"table-rows", "table-row-group", "table-header-rows"})
# Deletions, comments, what describes a picture or a form to programs, readings above characters.
UNSEEN = frozenset(
    """
    tracked-changes annotation annotation-end title desc forms scripts event-listeners sequence-decls variable-decls
    user-field-decls index-title-template table-of-content-source ruby-text hidden-text hidden-paragraph soft-page-break
    binary-data
    """.split()
)


class Body:
    """Walks elements and fills flows; collects the notes that it meets, and what is hidden."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.noted: list[Element] = []
        self.hidden: list[str] = []
        self._boxes: list[Element] = []

    def blocks(self, element: Element, flow: Flow, depth: int = 0) -> None:
        """The paragraphs, lists and tables in `element`."""
        for inner in element:
            kind = name(inner)
            if kind in _PARAGRAPHS:
                self._paragraph(inner, flow, depth)
            elif kind == "list":
                self._list(inner, flow, depth + 1)
            elif kind == "table":
                self._table(inner, flow)
            elif kind in _INDEXES:
                self.blocks(inner, flow.inside(CONTENTS.tag))
            elif kind not in UNSEEN and not self._is_hidden("section", attribute(inner, "style-name"), inner):
                self.blocks(inner, flow, depth)

    def _is_hidden(self, family: str, style: str, element: Element) -> bool:
        is_hidden = self.styles.is_hidden(family, style)
        if is_hidden:
            self.hidden.extend(map(str, element.itertext()))
        return is_hidden

    def _list(self, listing: Element, flow: Flow, depth: int) -> None:
        for item in listing:
            begun = False
            for inner in item:
                if name(inner) == "p":
                    begun = self._paragraph(inner, flow, depth, goes_on=begun) or begun
                elif name(inner) == "h":  # a heading with a number is in a list of its own
                    self._paragraph(inner, flow)
                elif name(inner) == "list":
                    self._list(inner, flow, depth + 1)

    def _paragraph(self, paragraph: Element, flow: Flow, depth: int = 0, *, goes_on: bool = False) -> bool:
        """Whether there were words in it."""
        style = attribute(paragraph, "style-name")
        kind = self.styles.kind(style)
        level = attribute(paragraph, "outline-level")
        if name(paragraph) == "h" and not kind.tag.startswith("h"):
            kind = heading(number_in(level) or 1)
        runs = [] if self._is_hidden("paragraph", style, paragraph) else list(self._runs(paragraph, style))
        flow.paragraph(runs, kind, depth, goes_on=goes_on)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, flow)
        return bool(runs)

    def _runs(self, element: Element, paragraph: str, text: str = "") -> Iterator[Run]:
        """The words in `element`, which is in a `paragraph` style and perhaps a `text` style."""
        if self._is_hidden("text", text, element):
            return
        bold, raised = self.styles.is_bold(paragraph, text), self.styles.is_raised(text)
        yield Run(element.text or "", bold, raised)
        for inner in element:
            yield from self._inner(inner, paragraph, text)
            yield Run(inner.tail or "", bold, raised)

    def _inner(self, inner: Element, paragraph: str, text: str) -> Iterator[Run]:
        kind = name(inner)
        if kind in _BREAKS:
            yield Run(_BREAKS[kind])
        elif kind == "note":
            self.noted.extend(children(inner, "note-body"))  # its number is no part of the sentence
        elif kind in {"frame", "text-box", "custom-shape", "g"}:
            self._boxes.extend([inner] if kind != "frame" else children(inner, "text-box"))
        elif kind and kind not in UNSEEN:
            yield from self._runs(inner, paragraph, attribute(inner, "style-name") if kind == "span" else text)

    def _table(self, table: Element, flow: Flow) -> None:
        self._rows(table, flow.inside("table").node, "td")

    def _rows(self, group: Element, node: Node, tag: str) -> None:
        for inner in group:
            kind = name(inner)
            if kind in _ROWS:
                self._rows(inner, node, "th" if kind == "table-header-rows" else tag)
            elif kind == "table-row":
                self._row(inner, add(add(node, "thead" if tag == "th" else "tbody"), "tr"), tag)

    def _row(self, row: Element, node: Node, tag: str) -> None:
        for cell in row:  # what a wider or higher cell covers is there as an empty one
            repeated = number_in(attribute(cell, "number-columns-repeated"))
            for _ in range(1 if repeated is None else min(repeated, MOST_COLUMNS)):
                if name(cell) in {"table-cell", "covered-table-cell"}:
                    filled = Flow(add(node, tag))
                    if name(cell) == "table-cell":
                        self.blocks(cell, filled)
                    else:
                        self.hidden.extend(map(str, cell.itertext()))
