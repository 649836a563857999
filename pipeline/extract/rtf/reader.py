"""The signs of an RTF file to a tree: its body, then its notes and text boxes, then the margins of its pages."""

from dataclasses import replace

from pipeline.errors import Reject
from pipeline.extract.html.tree import Node
from pipeline.extract.paged.flow import Flow
from pipeline.extract.paged.runs import Run
from pipeline.extract.rtf.sheets import Encodings, StyleSheet
from pipeline.extract.rtf.signs import Sign, signs
from pipeline.extract.rtf.state import FORMATS, LAYOUT, NOWHERE, STORY, State
from pipeline.extract.rtf.story import Story
from pipeline.extract.rtf.vocabulary import CHARACTERS, MARGINS, MARKS, NOTES, PROPERTIES, TABLES, UNSEEN

DEEPEST = 1_000  # groups in each other; word processors write under 20
_ENDS = frozenset({"par", "cell", "row"})


class Reader:
    """Reads the signs of one file. `is_complete` is whether all its groups have ended."""

    def __init__(self) -> None:
        self.root = Node("#root", {}, None)
        self.is_complete = False
        self.said = dict.fromkeys(PROPERTIES, "")
        self.encodings = Encodings()
        self._sheet = StyleSheet()
        self._notes: list[Node] = []
        self._margins: list[Node] = []
        self._at = State(Story(Flow(self.root), self._sheet.styles))
        self._stack: list[State] = []
        self._bytes = bytearray()
        self._skip = 0  # characters that repeat a \u
        self._optional = False  # \* came right before

    def read(self, content: bytes) -> None:
        """Read a whole file. Raises `Reject` for one that no word processor wrote."""
        body = self._at.story
        for sign in signs(content):
            self._take(sign)
        self._flush()
        body.end()
        self.is_complete = not self._stack
        for node in (*self._notes, *self._margins):
            node.parent = self.root
            self.root.children.append(node)

    def _take(self, sign: Sign) -> None:
        if sign.text:
            self._text(sign.text)
            return
        self._flush()
        if sign.word == "{":
            self._open()
        elif sign.word == "}":
            self._close()
        elif sign.word == "*":
            self._optional = True
        elif sign.word:
            optional, self._optional = self._optional, False
            self._word(sign.word, sign.number, optional=optional)

    def _open(self) -> None:
        self._skip = 0
        if len(self._stack) >= DEEPEST:
            raise Reject("broken", f"It has more than {DEEPEST} groups in each other.", "Save it again, or as text.")
        self._stack.append(self._at)
        self._at = replace(self._at)

    def _close(self) -> None:
        self._skip = 0
        if not self._stack:
            return  # more ends than beginnings harm nobody
        ended, self._at = self._at, self._stack.pop()
        if ended.story is not self._at.story:
            ended.story.end()

    def _word(self, word: str, number: int | None, *, optional: bool) -> None:
        if word == "u":
            self._words(chr((number or 0) % 0x10000))
            self._skip = self._at.fallback
        elif self._skip and word not in _ENDS:
            self._skip -= 1
        elif self._enters(word) or self.encodings.set_file(word, number):
            pass
        elif optional:
            self._at.into = NOWHERE
        elif word in CHARACTERS:
            self._words(CHARACTERS[word])
        else:
            self._setting(word, number)

    def _setting(self, word: str, number: int | None) -> None:
        """A word that says how what follows it looks."""
        if self._at.into == "stylesheet":
            self._sheet.word(word, number)
        elif self._at.into == "fonttbl":
            self.encodings.word(word, number)
        elif word == "f":
            self._at.encoding = self.encodings.of_font(number)
        elif word in FORMATS:
            FORMATS[word](self._at, 1 if number is None else number)
        elif self._at.into == STORY and word in LAYOUT:
            LAYOUT[word](self._at.story, number or 0)

    def _enters(self, word: str) -> bool:
        """Whether `word` begins text that is not of the story around it, or is a field's result, which is."""
        seen = self._at.into == STORY
        if word == "shptxt" or (word in NOTES and seen):
            self._begin_story("section", self._notes)
        elif word in MARGINS and seen:
            self._begin_story("footer", self._margins)
        elif word in MARKS:
            self._at.story.look.marked |= seen
            self._at.into = NOWHERE
        elif word in UNSEEN:
            self._at.into = NOWHERE
        elif word in TABLES or (word in PROPERTIES and self._at.into == "info"):
            self._at.into = word
        else:
            return word == "fldrslt"
        return True

    def _begin_story(self, tag: str, among: list[Node]) -> None:
        among.append(Node(tag, {}, None))
        self._at.story, self._at.into = Story(Flow(among[-1]), self._sheet.styles), STORY
        self._at.bold = self._at.raised = False

    def _text(self, text: bytes) -> None:
        self._optional = False
        skipped = min(self._skip, len(text))
        self._skip -= skipped
        if self._at.into != NOWHERE:
            self._bytes += text[skipped:]

    def _flush(self) -> None:
        if self._bytes:
            found = bytes(self._bytes)
            self._bytes.clear()
            self._words(found.decode(self._at.encoding or self.encodings.of_file, "replace"))

    def _words(self, text: str) -> None:
        at = self._at
        if at.into == STORY and not at.unseen:
            at.story.words(Run(text, at.bold, at.raised))
        elif at.into == "stylesheet":
            self._sheet.text(text)
        elif at.into in PROPERTIES:
            self.said[at.into] += text
