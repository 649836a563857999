"""Buttons, told from a start tag that nobody has closed: then the rest of the page stands in it, and is no control.

The header of a large publisher's sites has one, whose end tag stands in an element that is open itself.
"""

from itertools import islice

from pipeline.extract.html.tree import Node, nodes

MOST_INSIDE = 30  # elements

_NEVER_INSIDE = frozenset({"article", "button", "form", "main"})


def is_button(node: Node) -> bool:
    """Whether an element is something to press, whatever words are in it."""
    if node.tag != "button":
        return False
    inside = [inner.tag for inner in islice(nodes(node), 1, MOST_INSIDE + 1)]
    return len(inside) < MOST_INSIDE and _NEVER_INSIDE.isdisjoint(inside)
