"""The tree of a page: nodes, what of them a reader sees, and how to walk them.

Nothing here recurses: pages are nested deeper than Python's stack.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Protocol

NOT_TEXT = frozenset(
    """
    annotation audio canvas datalist iframe meta noembed noframes noscript object option rp script select style svg
    template textarea title video
    """.split()
)

_NOT_DISPLAYED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_UNLESS_TOLD = NOT_TEXT | {"dialog"}
_NEVER_HIDDEN = frozenset({"html", "body"})
_STREAMED = re.compile(r"S:\w+$")  # what React sends late, and shows when it is there
_SPOKEN_ONLY = frozenset("sr-only screen-reader-text screen-reader-only visually-hidden visuallyhidden".split())


def _is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag in NOT_TEXT:
        return True
    # Some hide the whole page until their scripts have run; and a panel of an accordion is opened by its heading.
    is_opened = "aria-labelledby" in attributes and attributes.get("role") == "region"
    if is_opened or tag in _NEVER_HIDDEN:
        return False
    if attributes.get("hidden", "until-found") != "until-found" and not _STREAMED.match(attributes.get("id", "")):
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    is_spoken_only = "class" in attributes and not _SPOKEN_ONLY.isdisjoint(attributes["class"].split())
    return is_spoken_only or ("style" in attributes and bool(_NOT_DISPLAYED.search(attributes["style"])))


class Node:
    """An element; `children` are nodes and texts in order, `hidden` is whether a reader does not see what is in it."""

    __slots__ = ("attributes", "children", "hidden", "parent", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str], parent: "Node | None") -> None:
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children: list[Node | str] = []
        self.hidden = _is_hidden(tag, attributes) if attributes else tag in _HIDDEN_UNLESS_TOLD

    def get(self, name: str) -> str:
        """The value of an attribute, "" where there is none."""
        return self.attributes.get(name, "")


class Visitor(Protocol):
    """What `visit` tells about a tree, in document order."""

    def enter(self, node: Node) -> bool:
        """Whether to go on into `node`; if not, it is not left either."""

    def text(self, text: str) -> None:
        """A text between two tags."""

    def leave(self, node: Node) -> None:
        """The end of a node that was entered."""


def visit(root: Node, visitor: Visitor) -> None:
    """Show `visitor` all of `root` that a reader sees and that it wants to see."""
    enter, text, leave = visitor.enter, visitor.text, visitor.leave
    if root.hidden or not enter(root):
        return
    open_nodes = [(root, iter(root.children))]
    while open_nodes:
        node, children = open_nodes[-1]
        for child in children:
            if isinstance(child, str):
                text(child)
            elif not child.hidden and enter(child):
                open_nodes.append((child, iter(child.children)))
                break
        else:
            open_nodes.pop()
            leave(node)


def elements(node: Node) -> list[Node]:
    """The nodes directly in `node`."""
    return [child for child in node.children if isinstance(child, Node)]


def nodes(root: Node) -> Iterator[Node]:
    """`root` and every node below it, hidden ones too, in document order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if node.children:
            waiting.extend([child for child in reversed(node.children) if isinstance(child, Node)])


def ancestors(node: Node | None) -> Iterator[Node]:
    """`node` and what it is in, from the inside out."""
    while node:
        yield node
        node = node.parent


def unseen(node: Node, seen: Container[Node | None]) -> list[Node]:
    """`node` and what it is in as far as none of it was `seen`, from the outside in, to hand down what holds inside."""
    found: list[Node] = []
    up: Node | None = node
    while up and up not in seen:
        found.append(up)
        up = up.parent
    return found[::-1]


def own_text(node: Node) -> str:
    """The text directly in `node`, as it stands."""
    return "".join(child for child in node.children if isinstance(child, str))


def texts(root: Node) -> Iterator[str]:
    """The texts below `root`, hidden ones too, but not those in elements that are not meant to hold text; in order."""
    waiting: list[Node | str] = [root]
    while waiting:
        at = waiting.pop()
        if isinstance(at, str):
            yield at
        elif at.tag not in NOT_TEXT:
            waiting += at.children[::-1]


def text_of(elements: Iterable[Node]) -> str:
    """What stands in elements that are meant to hold text."""
    return " ".join([text for node in elements for text in texts(node)])
