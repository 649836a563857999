"""A page as far as it tells whether there is an article on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.html.metadata import Declared
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.refusals.phrases import matches, sentences
from pipeline.extract.html.regions import Mark
from pipeline.extract.html.tree import Node, nodes
from pipeline.records import BlockKind

MOST_WORDS = 800  # of running text on a page that holds no article; a list of what data are used for has some 600
LINKED = 0.5  # share of characters; a block of links leads elsewhere
LETTERS = 12  # that stand for a word where a script sets no spaces; twice what a word has

_INSTEAD = frozenset({"noscript", "iframe"})  # what is in them is for those who cannot have the page itself
_NOT_RUNNING = frozenset({BlockKind.HEADING, BlockKind.CAPTION, BlockKind.FURNITURE})


@dataclass(frozen=True, slots=True)
class PageView:
    """The tree, the pieces of text in it, what the page says of itself, what its markup says of the pieces' nodes."""

    root: Node
    pieces: Sequence[Piece]
    said: Declared
    marks: Mapping[Node, Mark | None]

    def is_marked(self, piece: Piece) -> bool:
        """Whether the markup says that a piece is something other than the article."""
        return self.marks[piece.node] is not None


def count_words(text: str) -> int:
    """The words of a text.

    >>> count_words("At 9 - or 10?"), count_words("桥梁在周一重新开放让行人和自行车通行直到秋天为止")
    (4, 2)
    """
    return max(sum(any(map(str.isalnum, word)) for word in text.split()), sum(map(str.isalpha, text)) // LETTERS)


def is_running(piece: Piece) -> bool:
    """Whether a piece is text of its own and neither heading, caption, button nor link."""
    return piece.kind not in _NOT_RUNNING and piece.linked <= LINKED * len(piece.text)


def running_words(page: PageView) -> int:
    """The words of all running text on a page, whatever the markup says that it is."""
    return sum(count_words(piece.text) for piece in page.pieces if is_running(piece))


def words_beside(kind: str, pieces: Iterable[Piece], *names: str) -> int:
    """The words of the running text in `pieces`, without the sentences that the phrases `names` of a kind open."""
    left = (sentence for piece in pieces if is_running(piece) for sentence in sentences(piece.text))
    return sum(count_words(sentence) for sentence in left if not any(matches(kind, name, sentence) for name in names))


def instead(root: Node) -> list[str]:
    """The texts for those who do not run scripts or cannot see a frame."""
    found = []
    for node in nodes(root):
        if node.tag in _INSTEAD:
            inner = (child for below in nodes(node) for child in below.children if isinstance(child, str))
            found.append(" ".join(" ".join(inner).split()))
    return found
