"""Text for other eyes: in a frame, a drawing, a template, or for those who run no scripts.

It is no part of what a page shows. Where it is more than all the rest, the article is there, and was not read: of 711
real pages none has more than three quarters as many words there as in its text.
"""

from collections.abc import Iterable, Iterator

from pipeline.extract.html.refusals.page_view import count_words
from pipeline.extract.html.source import source_text
from pipeline.extract.html.tree import NOT_TEXT, Node, elements, nodes, own_text
from pipeline.extract.volume import PASSAGE

_NO_PROSE = frozenset("annotation datalist meta option rp script select style textarea title".split())
_APART = NOT_TEXT - _NO_PROSE


def _apart(unseen: Iterable[Node]) -> Iterator[Node]:
    """The outermost elements, in those that no reader sees, whose text is not for readers."""
    waiting = list(unseen)
    while waiting:
        node = waiting.pop()
        if node.tag in _APART:
            yield node
        else:
            waiting.extend(elements(node))


def _texts(node: Node) -> str:
    inside = (own_text(below) for below in nodes(node) if below.tag not in _NO_PROSE)
    return " ".join([*inside, node.get("srcdoc")])


def is_elsewhere(unseen: Iterable[Node], text: str) -> bool:
    """Whether more words stand where no reader looks than in the `text` that was read, and enough for an article.

    `unseen` are the elements of the page that a reader does not see.
    """
    # A word takes a letter and a space, so that most, which are drawings, are seen to be too short as they are.
    found = [written for node in _apart(unseen) if len(written := _texts(node)) > 2 * PASSAGE]
    enough = max(PASSAGE, count_words(text)) if found else 0
    long = (written for written in found if len(written) > 2 * enough)
    return any(count_words(source_text(written)) > enough for written in long)  # parsers leave the markup in some
