"""The tree of a page: what of it is noted while it is parsed."""

import pytest

from pipeline.extract.html.parsing import parse
from pipeline.extract.html.tree import Node, nodes, texts

PAGES = [
    "<title>a</title><p>b<br>c <b>d</p>e</b><script>f</script>",
    "<div hidden>a<p hidden>b</p></div><p>c<svg><style>d</style></svg><style>e</style></p>f",
    "<p>a</div></p>b<li>c<li>d<dialog>e<dialog open>f</dialog></dialog>g",
    "<div>" * 400 + "a<svg>b</svg><p hidden>c" + "</div>" * 400 + "d",
]


def _outermost_hidden(node: Node) -> list[Node]:
    inside = [child for child in node.children if isinstance(child, Node)]
    return [node] if node.hidden else [found for child in inside for found in _outermost_hidden(child)]


@pytest.mark.parametrize("html", PAGES)
def test_nodes_are_all_there_in_order(html):
    tree = parse(html)
    assert tree.nodes == list(nodes(tree.root))


@pytest.mark.parametrize("html", PAGES)
def test_hidden_are_the_outermost_in_order(html):
    tree = parse(html)
    assert tree.hidden == _outermost_hidden(tree.root)


def test_what_is_hidden():
    tree = parse(PAGES[1])
    assert [node.tag for node in tree.hidden] == ["div", "svg", "style"]
    assert list(texts(tree.root)) == ["a", "b", "c", "f"]


def test_a_tree_that_is_felled_has_no_circles():
    tree = parse(PAGES[0])
    tree.fell()
    assert all(node.parent is None for node in tree.nodes)
