"""What belongs together is kept together, though the model looks at one block at a time."""

from collections.abc import Iterator, Sequence

from pipeline.extract.html.kinds import BLOCKS
from pipeline.extract.html.main_content import MainContent
from pipeline.extract.html.marked import prose
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.tree import Node, ancestors
from pipeline.records import BlockKind, Region

LINKED = 0.5  # share of characters; more is a way elsewhere
MOST = 0.5  # share of a list's items from which the others stay with them

_RUNNING = frozenset("p blockquote ul ol table dl h1 h2 h3 h4 h5 h6".split())
_INSIDE = frozenset("li dd dt td th tr tbody thead tfoot".split())
# Where the model keeps what is so named, no word of it is in the reference texts of WCXB's pages; for the second set
# this holds only of names in the article's element.
_APART = frozenset({Region.COMMENTS, Region.RELATED, Region.SHARE, Region.ADVERT})
_APART_INSIDE = frozenset({Region.AUTHOR, Region.PROMPT, Region.LEGAL})
_SET_IN = frozenset({BlockKind.TABLE_ROW, BlockKind.QUOTE})


def _container(piece: Piece) -> Node | None:
    """The element in which the paragraph, list, table or heading that a piece is of runs on; None for any other."""
    runs = False
    for node in ancestors(piece.node):
        if node.tag in _RUNNING:
            runs = True
        elif node.tag in BLOCKS and node.tag not in _INSIDE:
            return node if runs else None
    return None


def _reach(pieces: Sequence[Piece], kept: frozenset[int]) -> dict[Node | None, tuple[int, int]]:
    """For each container the first and the last kept paragraph in it."""
    found: dict[Node | None, tuple[int, int]] = {}
    for i in sorted(kept):
        container = _container(pieces[i]) if prose(pieces[i]) and pieces[i].kind is BlockKind.PARAGRAPH else None
        if container:
            found[container] = found.get(container, (i, i))[0], i
    return found


def _own(pieces: Sequence[Piece], main: MainContent) -> list[int]:
    """The pieces that may be kept beside others: in the element of the article, and nothing but their text."""
    return [
        i
        for i in range(main.first, main.last)
        if main.marks[pieces[i].node] is None
        and pieces[i].linked <= LINKED * len(pieces[i].text)
        and pieces[i].kind not in {BlockKind.FURNITURE, BlockKind.CAPTION}
    ]


def _between(pieces: Sequence[Piece], own: Sequence[int], kept: frozenset[int]) -> Iterator[int]:
    """What stands between two paragraphs of one text; quotes and tables may be set into it in elements of their own."""
    reach = _reach(pieces, kept)
    first, last = min(kept), max(kept)
    for i in own:
        begin, end = (first, last) if pieces[i].kind in _SET_IN else reach.get(_container(pieces[i]), (i, i))
        if begin < i < end:
            yield i


def _of_groups(pieces: Sequence[Piece], own: Sequence[int], kept: frozenset[int]) -> Iterator[int]:
    """The items of a list that is kept for the most part, or whose lead-in is, and all rows of a table."""
    groups: dict[Node, list[int]] = {}
    for i in own:
        if group := pieces[i].group:
            groups.setdefault(group, []).append(i)
    leads = {pieces[i] for i in kept if pieces[i].text.endswith(":")}
    for members in groups.values():
        share = len(kept.intersection(members)) / len(members)
        if share >= MOST or (share and pieces[members[0]].cells) or pieces[members[0]].intro in leads:
            yield from members


def _asking(pieces: Sequence[Piece], own: Sequence[int], kept: frozenset[int]) -> Iterator[int]:
    """The questions of kept answers, and the other way round."""
    there = {pieces[i] for i in kept}
    asked = {pieces[i].answers for i in kept}
    yield from (i for i in own if pieces[i].answers in there or pieces[i] in asked)


def _headings(pieces: Sequence[Piece], own: Sequence[int], kept: frozenset[int]) -> Iterator[int]:
    """The headings right over what is kept."""
    stays = set(kept)
    for i in reversed(own):
        if pieces[i].kind is BlockKind.HEADING and i + 1 in stays:
            stays.add(i)
            yield i


def _is_apart(piece: Piece, main: MainContent) -> bool:
    """Whether a name says that the piece is something else beside an article, which is surer than the model."""
    around, inside = main.around[piece.node], main.marks.get(piece.node)
    return bool((around and around.region in _APART) or (inside and inside.region in _APART_INSIDE))


def together(pieces: Sequence[Piece], main: MainContent, kept: frozenset[int]) -> frozenset[int]:
    """`kept`, less what is marked as something else, and what in the article's element cannot be read apart from it."""
    own = _own(pieces, main)
    kept = frozenset(i for i in kept if not _is_apart(pieces[i], main))
    for find in (_between, _of_groups, _asking, _headings):
        kept |= frozenset(find(pieces, own, kept)) if kept else kept
    return kept
