"""The signs of an RTF file to a tree: its body, then its notes and text boxes, then the margins of its pages."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pipeline.errors import Reject
from pipeline.extract.html.tree import Node
from pipeline.extract.paged.article import Properties
from pipeline.extract.paged.flow import Flow, Run
from pipeline.extract.rtf.charsets import DEFAULT, of_charset, of_code_page
from pipeline.extract.rtf.signs import Sign, signs
from pipeline.extract.rtf.story import Look, Story, Style

DEEPEST = 1_000  # groups in each other; word processors write under 20

_CHARACTERS = {
    "tab": " ", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "nbsp": "\u00a0", "nbhyphen": "-", "emspace": " ", "enspace": " ", "qmspace": " ",
    "page": " ", "column": " ", "nestcell": " ",
}  # fmt: skip
_MARGINS = frozenset({"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})
_MARKS = frozenset({"listtext", "pntext"})
# Beside everything after \*, which says of itself that it may be skipped.
_UNSEEN = frozenset(
    """
    colortbl listtable listoverridetable revtbl rsidtbl filetbl generator pict nonshppict object fldinst annotation
    atnid atnauthor bkmkstart bkmkend xe tc rxe themedata colorschememapping datastore latentstyles sp pn ftnsep ftnsepc
    ftncn aftnsep aftnsepc aftncn nonesttables private
    """.split()
)


@dataclass(slots=True)
class _State:
    """What holds in a group, and is as before after it."""

    into: str = "story"  # or the name of a destination
    story: Story | None = None
    bold: bool = False
    raised: bool = False
    unseen: bool = False
    fallback: int = 1  # characters after \u that say the same to old programs
    encoding: str = ""


@dataclass(slots=True)
class Reader:
    """Reads the signs of one file. `is_complete` is whether all its groups have ended."""

    root: Node = field(default_factory=lambda: Node("#root", {}, None))
    encoding: str = DEFAULT
    is_complete: bool = False
    said: dict[str, str] = field(default_factory=dict)  # title, author
    _notes: list[Node] = field(default_factory=list)
    _margins: list[Node] = field(default_factory=list)
    _numbered: int = 0
    _styles: dict[int, Style] = field(default_factory=dict)
    _style: Style = field(default_factory=Style)
    _fonts: dict[int, str] = field(default_factory=dict)
    _font: int = 0
    _stack: list[_State] = field(default_factory=list)
    _at: _State = field(default_factory=_State)
    _bytes: bytearray = field(default_factory=bytearray)
    _skip: int = 0
    _optional: bool = False  # \* came right before

    def read(self, content: bytes) -> None:
        """Read a whole file. Raises `Reject` for one that no word processor wrote."""
        body = Story(Flow(self.root), self._styles)
        self._at.story = body
        for sign in signs(content):
            self._take(sign)
        self._flush()
        body.end_paragraph()
        body.end_table()
        self.is_complete = not self._stack
        for node in (*self._notes, *self._margins):
            node.parent = self.root
            self.root.children.append(node)

    def properties(self) -> Properties:
        return Properties(self.said.get("title", "").strip(), self.said.get("author", "").strip())

    def _take(self, sign: Sign) -> None:
        if sign.text:
            self._text(sign)
        elif sign.word == "{":
            self._open()
        elif sign.word == "}":
            self._close()
        elif sign.word == "*":
            self._optional = True
        elif sign.word:
            optional, self._optional = self._optional, False
            self._word(sign.word, sign.number, optional=optional)

    # Groups and destinations

    def _open(self) -> None:
        self._flush()
        self._skip = 0
        if len(self._stack) >= DEEPEST:
            raise Reject("broken", f"It has more than {DEEPEST} groups in each other.", "Save it again, or as text.")
        self._stack.append(self._at)
        self._at = replace(self._at)

    def _close(self) -> None:
        self._flush()
        self._skip = 0
        if not self._stack:
            return  # more ends than beginnings harm nobody
        ended, self._at = self._at, self._stack.pop()
        if ended.story and ended.story is not self._at.story:
            ended.story.end_paragraph()
            ended.story.end_table()
        if ended.into == "stylesheet":
            self._style.name = self._style.name.rstrip(";").strip()

    def _enter(self, word: str) -> bool:
        """Whether `word` begins a destination: text that is not of the story around it."""
        seen = self._at.into == "story"
        if word == "footnote" and seen:
            self._numbered += 1
            self._words(str(self._numbered), raised=True)
            self._begin_story("section", self._notes)
        elif word == "shptxt":
            self._begin_story("section", self._notes)
        elif word in _MARGINS and seen:
            self._begin_story("footer", self._margins)
        elif word in _MARKS:
            if self._at.story and seen:
                self._at.story.look.marked = True
            self._at.into = "nowhere"
        elif word in _UNSEEN:
            self._at.into = "nowhere"
        elif word in {"fonttbl", "stylesheet", "info"} or (word in {"title", "author"} and self._at.into == "info"):
            self._at.into = word
        elif word == "fldrslt":
            pass
        else:
            return False
        return True

    def _begin_story(self, tag: str, among: list[Node]) -> None:
        among.append(Node(tag, {}, None))
        self._at.story, self._at.into = Story(Flow(among[-1]), self._styles), "story"
        self._at.bold = self._at.raised = False

    # Words

    def _word(self, word: str, number: int | None, *, optional: bool) -> None:
        self._flush()
        if word == "u":
            self._unicode(number or 0)
        elif self._skip and word not in {"par", "cell", "row"}:
            self._skip -= 1
        elif self._enter(word):
            pass
        elif optional:
            self._at.into = "nowhere"
        elif word in _CHARACTERS:
            self._words(_CHARACTERS[word])
        elif self._at.into == "stylesheet":
            self._of_style(word, number)
        elif self._at.into == "fonttbl":
            self._of_font(word, number)
        elif handle := _FORMATS.get(word):
            handle(self, 1 if number is None else number)
        elif self._at.into == "story" and self._at.story and (layout := _LAYOUT.get(word)):
            layout(self._at.story, number or 0)

    def _of_style(self, word: str, number: int | None) -> None:
        if word == "s" and number is not None:
            self._style = self._styles[number] = Style()
        elif word in {"cs", "ds", "ts"}:  # styles of characters, sections and tables
            self._style = Style()
        elif word == "sbasedon":
            self._style.based_on = number
        elif word == "outlinelevel":
            self._style.outline = number
        elif word == "b":
            self._style.bold = number != 0

    def _of_font(self, word: str, number: int | None) -> None:
        if word == "f":
            self._font = number or 0
        elif word == "fcharset":
            self._fonts[self._font] = of_charset(number or 0)

    # Characters

    def _text(self, sign: Sign) -> None:
        self._optional = False
        text = sign.text
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        if self._at.into != "nowhere":
            self._bytes += text

    def _unicode(self, number: int) -> None:
        self._words(chr(number % 0x10000))
        self._skip = self._at.fallback

    def _flush(self) -> None:
        if self._bytes:
            found = bytes(self._bytes)
            self._bytes.clear()
            self._words(found.decode(self._at.encoding or self.encoding, "replace"))

    def _words(self, text: str, *, raised: bool = False) -> None:
        at = self._at
        if at.into == "story" and at.story and not at.unseen:
            at.story.words(Run(text, at.bold, raised or at.raised))
        elif at.into == "stylesheet":
            self._style.name += text
        elif at.into in {"title", "author"}:
            self.said[at.into] = self.said.get(at.into, "") + text

    def set_font(self, number: int) -> None:
        """Bytes are now in the encoding of this font."""
        self._at.encoding = self._fonts.get(number, "")

    def set_plain(self) -> None:
        """Words now have no look."""
        self._at.bold = self._at.raised = self._at.unseen = False

    def set_state(self, name: str, *, to: bool | int) -> None:
        """Words from here to the end of the group have this look."""
        setattr(self._at, name, to)


def _code_page(reader: Reader, number: int) -> None:
    reader.encoding = of_code_page(number)


_FORMATS: dict[str, Callable[[Reader, int], None]] = {
    "ansicpg": _code_page,
    "mac": lambda reader, _: _code_page(reader, 10000),
    "pc": lambda reader, _: _code_page(reader, 437),
    "pca": lambda reader, _: _code_page(reader, 850),
    "f": Reader.set_font,
    "plain": lambda reader, _: reader.set_plain(),
    "b": lambda reader, number: reader.set_state("bold", to=number != 0),
    "super": lambda reader, number: reader.set_state("raised", to=number != 0),
    "nosupersub": lambda reader, _: reader.set_state("raised", to=False),
    "v": lambda reader, number: reader.set_state("unseen", to=number != 0),
    "deleted": lambda reader, number: reader.set_state("unseen", to=number != 0),
    "uc": lambda reader, number: reader.set_state("fallback", to=number),
}


def _set(name: str) -> Callable[[Story, int], None]:
    return lambda story, number: setattr(story.look, name, number)


def _begin_paragraph(story: Story, _: int) -> None:
    story.look = Look(marked=story.look.marked)


def _begin_row(story: Story, _: int) -> None:
    story.is_header = False


def _name_columns(story: Story, _: int) -> None:
    story.is_header = True


_LAYOUT: dict[str, Callable[[Story, int], None]] = {
    "par": lambda story, _: story.end_paragraph(),
    "sect": lambda story, _: story.end_paragraph(),
    "pard": _begin_paragraph,
    "s": _set("style"),
    "outlinelevel": _set("outline"),
    "ilvl": _set("level"),
    "intbl": lambda story, _: setattr(story.look, "in_table", True),
    "fi": lambda story, number: setattr(story.look, "hanging", number < 0),
    "cell": lambda story, _: story.end_cell(),
    "row": lambda story, _: story.end_row(),
    "trowd": _begin_row,
    "trhdr": _name_columns,
}
