"""A tree of nodes to the pieces of text in it, in order, as a reader sees them."""

import re
from typing import NamedTuple

from pipeline.extract.html.kinds import BLOCKS, LISTS, kind_of
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.tables import read_rows
from pipeline.extract.html.tree import Node, hidden, visit
from pipeline.records import BlockKind

_SPACE = re.compile(r"\s+")
# Control characters, soft hyphen, zero-width space and joiner, byte order mark: a reader sees none of them.
_INVISIBLE = dict.fromkeys((*range(0x09), *range(0x0E, 0x1C), 0x7F, *map(ord, "\u00ad\u200b\u2060\ufeff")))
# 10<sup>6</sup> is not 106, and a note's number is no part of the year before it.
_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_RAISED_NUMBER = re.compile(r"[\d+−()-]+", re.ASCII)


class _Frame(NamedTuple):
    """What the innermost block element makes of the words in it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    item: Node | None = None
    outer_list: Node | None = None
    intro: Piece | None = None


class _Reader:
    """A visitor that collects words until a block begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.frames = [_Frame()]
        self.begun: set[Node] = set()  # list items whose first block is there
        self.at: Node | None = None
        self.scope: Node | None = None  # the innermost element around the words so far that is still open
        self.top: Node | None = None  # the same, when the last word came
        self.words: list[str] = []
        self.linked = self.links = self.raised = self.preformatted = 0
        self.broken = self.after_link = False

    def enter(self, node: Node) -> bool:
        if hidden(node):
            return False
        if node.tag == "br":
            self._break()
            return False
        if node.tag in BLOCKS:
            self._flush()
            if node.tag in {"table", "dl"} and (rows := read_rows(node, read)):
                self.pieces.extend(rows)
                return False
            self.frames.append(self._frame(node))
            self.preformatted += node.tag == "pre"
        else:
            self._begin_inline(node)
        self.at = node
        return True

    def leave(self, node: Node) -> None:
        if node.tag in BLOCKS:
            self._flush()
            self.frames.pop()
            self.preformatted -= node.tag == "pre"
        else:
            self._end_inline(node)
        if node is self.scope:
            self.scope = node.parent
        self.at = node.parent

    def text(self, text: str) -> None:
        lines = text.split("\n") if self.preformatted else [text]
        text = "\n".join(_SPACE.sub(" ", line) for line in lines).translate(_INVISIBLE)
        if text and not text.isspace():
            if self.raised and _RAISED_NUMBER.fullmatch(text.strip()):
                text = text.translate(_RAISED)
            self.scope = self.top = self.scope or self.at
            self.broken = False
            self.linked += len(text.strip()) if self.links else 0
        self.after_link = False
        self.words.append(text)

    def _begin_inline(self, node: Node) -> None:
        if node.tag == "button" or (node.tag == "a" and self.after_link):
            self.words.append(" ")  # set apart by their looks, not by a space
        self.links += node.tag == "a" and "href" in node.attributes  # an old anchor may hold the whole page
        self.raised += node.tag == "sup"

    def _end_inline(self, node: Node) -> None:
        self.links -= node.tag == "a" and "href" in node.attributes
        self.raised -= node.tag == "sup"
        self.after_link = node.tag == "a"
        if node.tag == "button":
            self.words.append(" ")

    def _break(self) -> None:
        if self.broken:
            self._flush()
        self.words.append("\n")
        self.broken = True

    def _frame(self, node: Node) -> _Frame:
        frame = self.frames[-1]
        if node.tag in LISTS:
            intro = self.pieces[-1] if self.pieces else None
            return frame._replace(outer_list=frame.outer_list or node, intro=intro)
        if kind := kind_of(node):
            return frame._replace(kind=kind[0], level=kind[1], item=node if node.tag == "li" else None)
        return frame

    def _flush(self) -> None:
        """Make a piece of the words so far."""
        frame = self.frames[-1]
        lines = [" ".join(line.split()) for line in "".join(self.words).split("\n")]
        text = (" " if frame.kind is BlockKind.HEADING else "\n").join(filter(None, lines))
        if text and self.top:
            self.pieces.append(self._piece(text, self.top, frame))
        self.words.clear()
        self.scope = self.top = None
        self.linked = 0
        self.broken = self.after_link = False

    def _piece(self, text: str, node: Node, frame: _Frame) -> Piece:
        piece = Piece(node, frame.kind, text, min(self.linked, len(text)), frame.level)
        if frame.item in self.begun:
            piece.kind = BlockKind.PARAGRAPH
        elif frame.item:
            self.begun.add(frame.item)
            piece.group, piece.intro, piece.bullet = frame.outer_list, frame.intro, True
        return piece


def read(node: Node) -> list[Piece]:
    """The pieces of text in `node`, in order; none is empty."""
    reader = _Reader()
    visit(node, reader)
    return reader.pieces
