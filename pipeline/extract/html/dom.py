"""A tree of nodes to the pieces of text in it, in order, as a reader sees them."""

from typing import NamedTuple

from pipeline.extract.html.asking import pair_questions
from pipeline.extract.html.buttons import is_button
from pipeline.extract.html.gathering import Words, as_seen
from pipeline.extract.html.kinds import BLOCKS, LISTS, is_called_caption, kind_of
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.tables import read_rows
from pipeline.extract.html.tree import Node, visit
from pipeline.records import BlockKind

_RAISED = frozenset({"sup", "sub", "wbr"})  # they belong to the word beside them


class _Frame(NamedTuple):
    """What the innermost block element makes of the words in it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    item: Node | None = None
    outer_list: Node | None = None
    intro: Piece | None = None
    nested: bool = False


class _Reader:
    """A visitor that collects words until a block begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.frames = [_Frame()]
        self.begun: dict[Node, Piece] = {}  # list items whose first block is there, and that block
        self.at: Node | None = None
        self.scope: Node | None = None  # the innermost element around the words so far that is still open
        self.top: Node | None = None  # the same, when the last word came
        self.words = Words()
        self.links = self.raised = self.preformatted = self.buttons = 0
        self.captions: set[Node] = set()  # inline elements that are captions, and set apart as blocks are
        self.broken = self.after_link = self.after_inline = False

    def enter(self, node: Node) -> bool:
        tag = node.tag
        if tag == "br":
            self._break()
            return False
        if tag not in BLOCKS:
            if self.frames[-1].kind is BlockKind.CAPTION or not is_called_caption(node):
                self._begin_inline(node)
                self.at = node
                return True
            self.captions.add(node)
        self._flush()
        if tag in {"table", "dl"} and (rows := read_rows(node, _pieces)):
            self.pieces.extend(rows)
            return False
        self.frames.append(self._frame(node))
        self.preformatted += tag == "pre"
        self.at = node
        return True

    def leave(self, node: Node) -> None:
        if node.tag in BLOCKS or node in self.captions:
            self._flush()
            self.frames.pop()
            self.preformatted -= node.tag == "pre"
        else:
            self._end_inline(node)
        if node is self.scope:
            self.scope = node.parent
        self.at = node.parent

    def text(self, text: str) -> None:
        self.after_link = self.after_inline = False
        if not self.preformatted and text.isspace():
            if self.top:  # before the first word it shows nothing
                self.words.space()
            return
        text = as_seen(text, preformatted=bool(self.preformatted), raised=bool(self.raised))
        if text and not text.isspace():
            self.scope = self.top = self.scope or self.at
            self.broken = False
        self.words.add(text, in_link=bool(self.links), in_button=bool(self.buttons))

    def _begin_inline(self, node: Node) -> None:
        tag = node.tag
        if tag == "button" or (tag == "a" and self.after_link):
            self.words.space()  # set apart by their looks, not by a space
        elif self.after_inline and not self.preformatted and tag not in _RAISED:
            self.words.join()
        if tag == "a":
            self.links += "href" in node.attributes  # an old anchor may hold the whole page
        elif tag == "sup":
            self.raised += 1
        elif tag == "button":
            self.buttons += is_button(node)

    def _end_inline(self, node: Node) -> None:
        tag = node.tag
        self.after_link = tag == "a"
        self.after_inline = tag not in _RAISED
        if tag == "a":
            self.links -= "href" in node.attributes
        elif tag == "sup":
            self.raised -= 1
        elif tag == "button":
            self.buttons -= is_button(node)
            self.words.space()

    def _break(self) -> None:
        if self.broken:
            self._flush()
        self.words.space("\n")
        self.broken = True

    def _frame(self, node: Node) -> _Frame:
        frame = self.frames[-1]
        if node.tag in LISTS:
            intro = self.pieces[-1] if self.pieces else None
            nested = frame.item is not None and intro is not None and self.begun.get(frame.item) is intro
            return frame._replace(outer_list=frame.outer_list or node, intro=intro, nested=nested)
        if kind := kind_of(node):
            item = node if node.tag == "li" else None
            return _Frame(*kind, item, frame.outer_list, frame.intro, frame.nested)
        return frame

    def _flush(self) -> None:
        """Make a piece of the words so far."""
        if self.top:
            frame = self.frames[-1]
            if text := self.words.text(" " if frame.kind is BlockKind.HEADING else "\n"):
                self.pieces.append(self._piece(text, self.top, frame))
            self.words = Words()
            self.scope = self.top = None
        self.broken = self.after_link = self.after_inline = False

    def _piece(self, text: str, node: Node, frame: _Frame) -> Piece:
        piece = Piece(node, frame.kind, text, self.words.linked(text), frame.level)
        if frame.kind is BlockKind.PARAGRAPH and self.words.is_control(text):
            piece.kind = BlockKind.FURNITURE
        if frame.item and frame.item in self.begun:
            piece.kind = BlockKind.PARAGRAPH
        elif frame.item:
            self.begun[frame.item] = piece
            piece.group, piece.intro, piece.bullet = frame.outer_list, frame.intro, True
            piece.nested = frame.nested
        return piece


def _pieces(node: Node) -> list[Piece]:
    reader = _Reader()
    visit(node, reader)
    return reader.pieces


def read(node: Node) -> list[Piece]:
    """The pieces of text in `node`, in order; none is empty."""
    pieces = _pieces(node)
    pair_questions(pieces)
    return pieces
