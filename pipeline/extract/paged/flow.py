"""Paragraphs one after another to a tree: what is in a list, a table, a note or the margin of a page."""

from collections.abc import Iterable, Sequence

from pipeline.extract.html.tree import Node
from pipeline.extract.paged.runs import Run, without_references
from pipeline.extract.paged.styles import PLAIN, Kind

DEEPEST = 9  # lists in each other; word processors stop there


def add(parent: Node, tag: str, name: str = "") -> Node:
    """A new node at the end of `parent`, of the class `name`."""
    node = Node(tag, {"class": name} if name else {}, parent)
    parent.children.append(node)
    return node


def _holder(node: Node, tag: str, text: str) -> Node:
    """Where words go that look like `tag`: what is set in one look is one element, whatever its spaces look like."""
    last = node.children[-1] if node.children else None
    if isinstance(last, Node) and (last.tag == tag or (last.tag == "b" and text.isspace())):
        return last
    return add(node, tag) if tag else node


def write(node: Node, runs: Iterable[Run]) -> None:
    """Put words into `node`."""
    for run in runs:
        for i, line in enumerate(run.text.split("\n")):
            if i:
                add(node, "br")
            if line:
                tag = "sup" if run.raised else "b" if run.bold else ""
                _holder(node, tag, line).children.append(line)


class Flow:
    """Fills a node. An empty paragraph is none, and does not end a list."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self._lists: list[Node] = []  # the open ones, the outermost first

    def paragraph(self, runs: Sequence[Run], kind: Kind = PLAIN, depth: int = 0, *, goes_on: bool = False) -> None:
        """A paragraph; with a `depth` a list item, or what `goes_on` under the last one."""
        runs = without_references(runs)
        if not any(run.text.strip() for run in runs):
            return
        if not depth:
            self._lists.clear()
            write(add(self.node, kind.tag, kind.name), runs)
            return
        under = self._last_item() if goes_on else None
        write(add(under, "p") if under else self._item(min(depth, DEEPEST)), runs)

    def _last_item(self) -> Node | None:
        last = next(reversed(self._lists[-1].children), None) if self._lists else None
        return last if isinstance(last, Node) else None

    def _item(self, depth: int) -> Node:
        del self._lists[depth:]
        while len(self._lists) < depth:
            around = self._lists[-1] if self._lists else self.node  # a list may begin at its second level
            self._lists.append(add(self._last_item() or around, "ul"))
        return add(self._lists[-1], "li")

    def inside(self, tag: str, name: str = "") -> "Flow":
        """A flow for what is in an element of its own after all that is here so far."""
        self._lists.clear()
        return Flow(add(self.node, tag, name))
