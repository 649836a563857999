"""A page as far as it tells whether there is an article on it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from pipeline.extract.html.metadata.declared import Declared
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.refusals.phrases import matches, sentences
from pipeline.extract.html.regions import Mark, marks
from pipeline.extract.html.tree import Node, ancestors, nodes
from pipeline.records import BlockKind, Region

MOST_WORDS = 800  # of running text on a page that holds no article; a list of what data are used for has some 600
LINKED = 0.5  # share of characters; a block of links leads elsewhere
LETTERS = 2  # to a word, where a script sets no spaces between words
_WITHOUT_SPACES = re.compile("[\u0e00-\U0010ffff]+")  # Thai, and nearly all behind it
_WORD = re.compile(r"[^\W_]\S*")  # with what is written together with it

_INSTEAD = frozenset({"noscript", "iframe"})  # what is in them is for those who cannot have the page itself
# Such names stand on an article's closed part and on its wrapper too ("category-newsletter"): they set nothing apart.
_WITH_ARTICLES = frozenset({Region.PROMPT, Region.AUTHOR})
_AROUND_PAGES = frozenset({"<form>"})  # some systems set all of a page into one
_NOT_RUNNING = frozenset({BlockKind.HEADING, BlockKind.CAPTION, BlockKind.FURNITURE})


@dataclass(frozen=True, slots=True)
class PageView:
    """The tree, the pieces of text in it, what the page says of itself, what its markup says of the pieces' nodes."""

    root: Node
    pieces: Sequence[Piece]
    said: Declared
    marks: Mapping[Node, Mark | None]

    def is_apart(self, piece: Piece) -> bool:
        """Whether the markup says that a piece is beside any article: a menu, related links, a footer."""
        mark = self.marks[piece.node]
        if mark is None or mark.region in _WITH_ARTICLES:
            return False
        return any(name not in _AROUND_PAGES for node in ancestors(piece.node) for name, _ in marks(node))


def count_words(text: str) -> int:
    """The words of a text.

    >>> count_words("At 9 - or 10?"), count_words("桥梁在周一重新开放让行人和自行车通行直到秋天为止。")
    (4, 12)
    """
    unspaced = 0 if text.isascii() else sum(sum(map(str.isalpha, run)) for run in _WITHOUT_SPACES.findall(text))
    return max(len(_WORD.findall(text)), unspaced // LETTERS)


def is_running(piece: Piece) -> bool:
    """Whether a piece is text of its own and neither heading, caption, button nor link."""
    return piece.kind not in _NOT_RUNNING and piece.linked <= LINKED * len(piece.text)


def is_full(page: PageView) -> bool:
    """Whether there is more running text on a page than where no article is, whatever the markup says that it is."""
    counts = (count_words(piece.text) for piece in page.pieces if is_running(piece))
    return any(words > MOST_WORDS for words in accumulate(counts))


def words_beside(kind: str, pieces: Iterable[Piece], *names: str, most: int) -> int:
    """The words of the running text in `pieces`, without the sentences that the phrases `names` of a kind open.

    They are counted until they are more than `most`.
    """
    left = (sentence for piece in pieces if is_running(piece) for sentence in sentences(piece.text))
    counts = (count_words(sentence) for sentence in left if not any(matches(kind, name, sentence) for name in names))
    words = 0
    for words in accumulate(counts):
        if words > most:
            break
    return words


def instead(root: Node) -> list[str]:
    """The texts for those who do not run scripts or cannot see a frame."""
    found = []
    for node in nodes(root):
        if node.tag in _INSTEAD:
            inner = (child for below in nodes(node) for child in below.children if isinstance(child, str))
            found.append(" ".join(" ".join(inner).split()))
    return found
