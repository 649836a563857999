"""Which part of a page is the article: the innermost element that still holds nearly all of the page's running text.

Running text is text outside links, in blocks of some length (Kohlschütter et al., 2010); what the markup marks as
something else does not count. Going down from the whole page finds the common parent of an article that is split over
several containers, where scoring single containers finds the largest part.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.extract.html.holdings import Holdings, holdings
from pipeline.extract.html.marked import marked, prose, sums
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.regions import Mark, marks, words_of
from pipeline.extract.html.titles import find_title
from pipeline.extract.html.tree import Node, ancestors, elements, unseen
from pipeline.records import BlockKind, Region

# Measured as word-level F1 on the 711 article pages of WCXB's development part.
GOES_DOWN = 0.8  # share of the prose that the inner element must hold; 0.7 and 0.9 are each 0.001 worse
DECLARED = 0.3  # share of it that makes <article>, <main> or articleBody believable; without them 0.003 worse
RIVAL = 0.5  # share of it that a second such element must have for neither to be believed
LINKS = 0.7  # share of linked characters in what only leads elsewhere; without this 0.002 worse
FEWEST_LINKS = 3  # blocks; two linked lines may be the article's own

_TEXT_TAGS = frozenset("p blockquote ul ol table dl pre h1 h2 h3 h4 h5 h6".split())


@dataclass(frozen=True, slots=True)
class MainContent:
    """The article is `pieces[first:last]` of the page; `marks` says for their nodes what else they are.

    `around` says the same of all of the page, by its measure: what is a small part of it may be most of the article.
    """

    node: Node
    first: int
    last: int
    marks: dict[Node, Mark | None]
    around: dict[Node, Mark | None]
    held: Holdings
    title: int | None  # the index of the title, which may stand before `first`
    is_whole: bool = False  # nothing surrounds it


_DECLARING: tuple[Callable[[Node], bool], ...] = (
    lambda node: node.get("itemprop").lower() == "articlebody",
    lambda node: node.tag == "article",
    lambda node: node.tag == "main" or node.get("role") == "main",
)


def _declared(root: Node, weights: dict[Node, int]) -> Node:
    """What the markup says is the article, if it holds enough and there is no second one; else `root`."""
    for declares in _DECLARING:
        found = sorted(filter(declares, weights), key=lambda node: -weights[node])
        if not found or weights[found[0]] < DECLARED * weights[root]:
            continue
        nested = {*ancestors(found[0])}
        rivals = (
            node for node in found[1:] if node not in nested and not any(up is found[0] for up in ancestors(node))
        )
        if max((weights[node] for node in rivals), default=0) < RIVAL * weights[found[0]]:
            return found[0]
    return root


def _make(node: Node) -> tuple[str, set[tuple[str, ...]], tuple[str, ...]]:
    """Tag, classes and id, without numbers."""
    return node.tag, {words_of(name) for name in node.get("class").split()}, words_of(node.get("id"))


def _is_split(best: Node, others: Iterable[Node], weights: dict[Node, int]) -> bool:
    """Whether an element beside `best` is as much a part of the article: a text, or a container of the same make."""
    return any(
        weights.get(other, 0) > 0 and (other.tag in _TEXT_TAGS or _make(other) == _make(best))
        for other in others
        if other is not best
    )


def _innermost(root: Node, weights: dict[Node, int]) -> Node:
    """The element that holds the article."""
    node = _declared(root, weights)
    while True:
        children = elements(node)
        best = max(children, key=lambda child: weights.get(child, 0), default=None)
        if best is None or not weights.get(best) or best.tag in _TEXT_TAGS:
            return node
        if weights[best] < GOES_DOWN * weights[node] or _is_split(best, children, weights):
            return node
        node = best


def _held_by(pieces: Iterable[Piece], holders: Container[Node]) -> Mapping[Node | None, bool]:
    """For the node of each piece whether it is one of the holders, or in one."""
    known: dict[Node | None, bool] = {None: False}
    for piece in pieces:
        for node in unseen(piece.node, known):
            known[node] = node in holders or known[node.parent]
    return known


def _leading_elsewhere(
    inside: Sequence[Piece], main: Node, held: Holdings, found: dict[Node, Mark | None]
) -> dict[Node, Mark | None]:
    """`found`, and a mark for what has none and is a mere link or in an element that holds little but links."""
    outside = set(ancestors(main))
    lists = {
        node
        for node, inner in held.items()
        if node not in outside and inner.blocks >= FEWEST_LINKS and inner.linked > LINKS * inner.size
    }
    leads = _held_by(inside, lists)
    for piece in inside:
        if found[piece.node]:
            continue
        if leads[piece.node]:
            found[piece.node] = Mark(Region.RELATED, surrounds=True)
        elif piece.kind is BlockKind.PARAGRAPH and piece.linked >= len(piece.text):
            found[piece.node] = Mark(Region.RELATED)
    return found


def _extent(pieces: Sequence[Piece], main: Node) -> tuple[int, int]:
    """Where the pieces inside `main` begin and end; they stand together."""
    held = _held_by(pieces, {main})
    inside = [i for i, piece in enumerate(pieces) if held[piece.node]]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def main_content(root: Node, pieces: Sequence[Piece], titles: Sequence[str] = ()) -> MainContent:
    """The part of `pieces` that is the article. A page without running text is one as a whole.

    `titles` are what the page says it is called.
    """
    read = cache(marks)
    around = marked(pieces, read)
    weights = sums(pieces, lambda piece: 0 if around[piece.node] else prose(piece))
    main = _innermost(root, weights)
    first, last = _extent(pieces, main)
    inside = pieces[first:last]
    held = holdings(pieces)
    within = _leading_elsewhere(inside, main, held, marked(inside, read))
    return MainContent(main, first, last, within, around, held, find_title(pieces, first, last, titles))


def whole_content(root: Node, pieces: Sequence[Piece], titles: Sequence[str] = ()) -> MainContent:
    """All of a document that has nothing around its article."""
    around = marked(pieces, cache(marks))
    title = find_title(pieces, 0, len(pieces), titles)
    return MainContent(root, 0, len(pieces), around, around, holdings(pieces), title, is_whole=True)
