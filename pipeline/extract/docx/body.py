"""The body of a Word document to a tree: what a reader sees in print, without tracked deletions and comments."""

from collections.abc import Iterator, Mapping

from pipeline.extract.docx.styles import Styles, is_on
from pipeline.extract.html.tree import Node
from pipeline.extract.paged.flow import Flow, add
from pipeline.extract.paged.markup import Element, attribute, child, name, value
from pipeline.extract.paged.runs import Run

Notes = Mapping[tuple[str, str], Element]  # under "footnote" or "endnote" and the note's id

_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "ptab": " ", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
# What was deleted or moved away, properties, codes of fields, readings above characters, second forms of drawings.
UNSEEN = frozenset(
    "del moveFrom pPr rPr sdtPr sdtEndPr tblPr trPr tcPr tblGrid instrText delText rt rubyPr Fallback sectPr".split()
)

_AROUND = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})  # what rows and cells may stand in


class Body:
    """Walks elements and fills flows; collects the notes that it meets, and what is hidden.

    `lacks` is whether a note is missing that the text refers to, or a file of another format is laid into it.
    """

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self.styles, self.notes = styles, notes
        self.noted: list[Element] = []
        self.hidden: list[str] = []
        self.lacks = False
        self._boxes: list[Element] = []

    def blocks(self, element: Element, flow: Flow) -> None:
        """The paragraphs and tables in `element`, in controls and insertions too."""
        for inner in element:
            kind = name(inner)
            if kind == "p":
                self._paragraph(inner, flow)
            elif kind == "tbl":
                self._table(inner, flow)
            elif kind == "altChunk":
                self.lacks = True
            elif kind not in UNSEEN:
                self.blocks(inner, flow)

    def _paragraph(self, paragraph: Element, flow: Flow) -> None:
        properties = child(paragraph, "pPr")
        runs = list(self._runs(paragraph, properties))
        kind, depth = self.styles.kind(properties), self.styles.depth(properties)
        # Headings are numbered with the means of lists.
        flow.paragraph(runs, kind, 0 if kind.tag.startswith("h") else depth)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, flow)

    def _runs(self, element: Element, paragraph: Element | None) -> Iterator[Run]:
        for inner in element:
            kind = name(inner)
            if kind == "r":
                yield from self._run(inner, paragraph)
            elif kind == "t":  # of a formula
                yield Run(inner.text or "")
            elif kind not in UNSEEN:
                yield from self._runs(inner, paragraph)

    def _run(self, run: Element, paragraph: Element | None) -> Iterator[Run]:
        properties = child(run, "rPr")
        if is_on(properties, "vanish"):
            self.hidden.extend(map(str, run.itertext()))
            return
        bold = self.styles.is_bold(paragraph, properties)
        raised = value(properties, "vertAlign") == "superscript"
        for inner in run:
            kind = name(inner)
            if kind == "t":
                yield Run(inner.text or "", bold, raised)
            elif kind == "br" and attribute(inner, "type") in {"page", "column"}:
                yield Run(" ")
            elif kind in _BREAKS:
                yield Run(_BREAKS[kind], bold, raised)
            elif kind in _NOTES:
                self._note(_NOTES[kind], inner)
            elif kind == "ruby":
                yield from self._runs(inner, paragraph)
            else:
                self._boxes.extend(_boxes(inner))

    def _note(self, kind: str, reference: Element) -> None:
        """Keep a note for later; its number is no part of the sentence."""
        note = self.notes.get((kind, attribute(reference, "id")))
        if note is None:
            self.lacks = True
        else:
            self.noted.append(note)

    def _table(self, table: Element, flow: Flow) -> None:
        node = flow.inside("table").node
        for row in _inside(table, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is None:
                is_header = bool(is_on(properties, "tblHeader"))
                self._row(row, add(add(node, "thead" if is_header else "tbody"), "tr"), "th" if is_header else "td")
            else:
                self.hidden.extend(map(str, row.itertext()))

    def _row(self, row: Element, node: Node, tag: str) -> None:
        for cell in _inside(row, "tc"):
            properties = child(cell, "tcPr")
            span = value(properties, "gridSpan")
            filled = Node(tag, {"colspan": span} if span else {}, node)
            node.children.append(filled)
            merge = child(properties, "vMerge")
            if merge is None or attribute(merge, "val") == "restart":
                self.blocks(cell, Flow(filled))
            else:  # the cell above goes on
                self.hidden.extend(map(str, cell.itertext()))


def _inside(element: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in controls and insertions too."""
    for inner in element:
        if name(inner) == wanted:
            yield inner
        elif name(inner) in _AROUND:
            yield from _inside(inner, wanted)


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes in a drawing, the outermost ones, each in one of its forms."""
    for inner in element:
        if name(inner) == "txbxContent":
            yield inner
        elif name(inner) not in UNSEEN:
            yield from _boxes(inner)
