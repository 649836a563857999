"""A paywall: a lead or two, and then that the rest is for those who pay.

Many sites say that under whole articles too. A stub is told by three things together: the last of the running text is
the wall, what stands before it is short, and the page itself says that this text is closed or goes on. An article of
two paragraphs with a request to subscribe is an article, and so is one whose closed part is in the page.
"""

import re
from collections.abc import Sequence

from pipeline.extract.html.class_words import class_names
from pipeline.extract.html.marked import prose
from pipeline.extract.html.metadata.json_ld import things
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.refusals.notices import FEW_WORDS, Notice
from pipeline.extract.html.refusals.page_view import PageView, is_running, words_beside
from pipeline.extract.html.refusals.phrases import matches, sentences
from pipeline.extract.html.regions import words_of
from pipeline.extract.html.tree import Node, ancestors, nodes

MOST_LEADS = 3  # paragraphs: a standfirst and the beginning
LEAD_WORDS = 120  # in all; a lead has up to 60

PAYWALL = Notice(
    "paywall",
    "It holds the beginning of an article, and then asks to subscribe or log in.",
    "Log in or subscribe, open the whole article in a browser, and save the page then.",
)

_WALLS = {
    tuple(name.split())
    for name in ("paywall", "pay wall", "regwall", "reg wall", "subscription wall", "registration wall", "meter wall")
}
_OPEN = frozenset("no not without disabled free open hide hidden".split())  # "no-paywall"
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|,)\W*$")


def _is_wall_class(words: tuple[str, ...]) -> bool:
    named = any(words[i : i + len(wall)] == wall for wall in _WALLS for i in range(len(words)))
    return named and _OPEN.isdisjoint(words)


def _is_closed(node: Node) -> bool:
    return any(map(_is_wall_class, (*class_names(node), words_of(node.get("id")))))


def _is_declared_closed(page: PageView) -> bool:
    """Whether the JSON-LD says that not all may read it, or a class that there is a wall."""
    page_nodes = list(nodes(page.root))
    said = (str(thing.get("isAccessibleForFree", "")).lower() for thing in things(page_nodes))
    return any(value.rpartition("/")[2] == "false" for value in said) or any(map(_is_closed, page_nodes))


def _walls(pieces: Sequence[Piece], name: str) -> list[int]:
    """Where the pieces stand that say so."""
    return [
        i
        for i, piece in enumerate(pieces)
        if any(matches("paywall", name, sentence) for sentence in sentences(piece.text))
    ]


def is_stub(page: PageView) -> bool:
    """Whether a page holds no more than the beginning of an article."""
    walls = _walls(page.pieces, "says")
    if not walls:
        return False
    own = [(i, piece) for i, piece in enumerate(page.pieces) if is_running(piece) and not page.is_apart(piece)]
    before = [piece for i, piece in own if i < walls[-1] and not matches("paywall", "says", piece.text)]
    leads = [piece for piece in before if prose(piece)]
    after = [piece for i, piece in own if i >= walls[-1]]
    closed = [piece for _, piece in own if any(map(_is_closed, ancestors(piece.node)))]
    if (
        len(leads) > MOST_LEADS
        or words_beside("paywall", before, most=LEAD_WORDS) > LEAD_WORDS
        or words_beside("paywall", after, "says", "beside", most=FEW_WORDS) > FEW_WORDS
        or words_beside("paywall", closed, "says", "beside", most=FEW_WORDS) > FEW_WORDS
    ):
        return False
    is_cut_off = bool(leads and _CUT_OFF.search(leads[-1].text))
    return is_cut_off or bool(_walls(page.pieces, "rest")) or _is_declared_closed(page)
