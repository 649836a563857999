"""Interviews: questions in bold type, or turns with the name of who speaks before each."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from pipeline.extract.html.kinds import BLOCKS
from pipeline.extract.html.pieces import Piece, asks
from pipeline.extract.html.tree import Node, ancestors
from pipeline.records import BlockKind

LONGEST = 60  # words of a question, which may say something first
FEWEST = 3  # questions, and turns of a speaker; two bold questions may be headings

Asked = Iterator[tuple[Piece, Sequence[Piece]]]  # each question, and what stands below it

_SPEAKER = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.’-]*(?: [A-ZÀ-ÖØ-Þ][\w.’-]*){0,3}(?=:\s)")  # "Jane Doe: ", later "Doe: "


def _is_bold(piece: Piece) -> bool:
    for node in ancestors(piece.node):
        if node.tag in {"b", "strong"}:
            return True
        if node.tag in BLOCKS:
            break
    return False


def _block_parent(piece: Piece) -> Node | None:
    """What the block that holds the piece stands in."""
    return next((node.parent for node in ancestors(piece.node) if node.tag in BLOCKS), None)


def _answered(pieces: Sequence[Piece], asked: Sequence[int], turns: Container[int]) -> Asked:
    """The questions, each with what stands below it up to the next of the turns or a heading."""
    for i in asked:
        below = i + 1
        while below < len(pieces) and below not in turns and pieces[below].kind is not BlockKind.HEADING:
            below += 1
        parent = _block_parent(pieces[i])
        yield pieces[i], [piece for piece in pieces[i + 1 : below] if _block_parent(piece) is parent]


def _in_bold(pieces: Sequence[Piece], asked: Sequence[int]) -> Asked:
    bold: dict[Node | None, list[int]] = defaultdict(list)
    for i in asked:
        if _is_bold(pieces[i]):
            bold[_block_parent(pieces[i])].append(i)
    for turns in bold.values():
        if len(turns) >= FEWEST:
            yield from _answered(pieces, turns, set(turns))


def _under_names(pieces: Sequence[Piece], asked: Sequence[int]) -> Asked:
    """Of the speakers, told by their last names, one asks more often than not."""
    spoken: dict[str, list[int]] = defaultdict(list)
    for i, piece in enumerate(pieces):
        if piece.kind is BlockKind.PARAGRAPH and (named := _SPEAKER.match(piece.text)):
            spoken[named[0].split()[-1]].append(i)
    often = [turns for turns in spoken.values() if len(turns) >= FEWEST]
    asking = [turns for turns in often if 2 * len({*asked}.intersection(turns)) > len(turns)]
    if len(often) > len(asking) == 1:
        turns = asking[0]
        yield from _answered(pieces, [i for i in asked if i in turns], set(turns))


def interviews(pieces: Sequence[Piece]) -> Asked:
    """The questions of an interview, each with what stands below it up to the next."""
    asked = [i for i, piece in enumerate(pieces) if piece.kind is BlockKind.PARAGRAPH and asks(piece, LONGEST)]
    yield from _in_bold(pieces, asked)
    yield from _under_names(pieces, asked)
