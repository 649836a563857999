"""HTML, however broken, to a tree that holds every letter of it.

The parsers report tags and text as they meet them, so that neither the depth of a page nor what follows `</html>`
costs text, as it does in the trees that lxml builds itself.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import NamedTuple, Self, cast

from lxml import etree

from pipeline.extract.html.source import source_text
from pipeline.extract.html.tree import NOT_TEXT, Node

DEEPEST = 256  # elements in each other; the deepest of 711 real pages has 56, and each piece is asked what it is in
ASKS_AGAIN = 0.01  # share of letters; on the development pages the two parsers differ by 0.02 at most

_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalpha())
_VOID = frozenset("area base basefont br col embed frame hr img input keygen link meta param source track wbr".split())
_ENDED_BY = {"li": ("li",), "p": ("p",), "dt": ("dt", "dd"), "dd": ("dt", "dd")} | {
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("td", "th", "tr"),
}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ASCII_CONTROLS = bytes(byte for byte in range(128) if _CONTROLS.match(chr(byte)))
_XML = re.compile(r"\s*<\?xml\b")
_CLOSED_AT_ONCE = re.compile(r"<([a-z][\w:.-]*+)([^<>]*)/>", re.IGNORECASE)


def _without_controls(html: str) -> str:
    """The page with a space for each sign that no parser takes. Most have none, which their bytes tell faster."""
    try:
        content = html.encode()
    except UnicodeEncodeError:  # half a pair
        return _CONTROLS.sub(" ", html)
    has_some = len(content.translate(None, _ASCII_CONTROLS)) < len(content) or "\ufffe" in html or "\uffff" in html
    return _CONTROLS.sub(" ", html) if has_some else html


def _without_cdata(html: str) -> str:
    """The page with what XML says is text written as text."""
    before, *pieces = html.split("<![CDATA[")
    for piece in pieces:
        inside, end, after = piece.partition("]]>")
        before += inside.replace("<", "&lt;") + after if end else f"<![CDATA[{piece}"
    return before


class Tree(NamedTuple):
    """A page as it was parsed."""

    root: Node
    nodes: Sequence[Node]  # all of them, in document order
    hidden: Sequence[Node]  # those that a reader does not see, without what is in them
    shown: str  # all that the source shows without a parser, to hold what is read against

    def fell(self) -> None:
        """Part the nodes from each other when all is read: without circles among them they are freed at once."""
        for node in self.nodes:
            node.parent = None


class _Builder:
    """Takes what a parser reports, in lower case; the tags may be in any disorder.

    As in browsers, what is nested too deep stands side by side; it keeps its text.
    """

    def __init__(self) -> None:
        self.root = self.at = Node("#root", {}, None)
        self.nodes = [self.root]
        self.texts: list[str] = []  # outside elements that show none
        self.hidden: list[Node] = []
        self.silent = self.unseen = 0  # elements that are open and show no text, and those that are hidden
        # Without it, each stray end tag would be looked for down to the root.
        self.open: dict[str, int] = defaultdict(int)
        self.beside: dict[str, int] = defaultdict(int)  # what would be open, but for its depth
        self.depth = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        node = Node(tag, attributes, self.at)
        self.at.children.append(node)
        self.nodes.append(node)
        if node.hidden and not self.unseen:
            self.hidden.append(node)
        if tag in _VOID:
            return
        if self.depth >= DEEPEST and tag not in NOT_TEXT:
            self.beside[tag] += 1
            return
        self.at = node
        self.depth += 1
        self.open[tag] += 1
        self.silent += tag in NOT_TEXT
        self.unseen += node.hidden

    def end(self, tag: str) -> None:
        if self.beside[tag]:
            self.beside[tag] -= 1
            return
        while self.open[tag] and self.leave() != tag:
            pass

    def leave(self) -> str:
        """Go out of the element that is open, and say which it is."""
        left = self.at
        if left.parent:
            self.at = left.parent
            self.depth -= 1
            self.open[left.tag] -= 1
            self.silent -= left.tag in NOT_TEXT
            self.unseen -= left.hidden
        return left.tag

    def data(self, text: str) -> None:
        self.at.children.append(text)
        if not self.silent:
            self.texts.append(text)

    def close(self) -> Self:
        return self


class _Patient(HTMLParser):
    """The parser of the standard library: slower, and it never gives up on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = _Builder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        while self.builder.at.tag in _ENDED_BY.get(tag, ()):
            self.builder.leave()
        self.builder.start(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


def letters(text: str) -> int:
    """How much of a text is letters, as bytes of UTF-8: a hundred times as fast as to ask each character."""
    return len(text.encode(errors="replace").translate(None, _NO_LETTERS))


def _quickly(html: str) -> _Builder:
    target = cast("etree.ParserTarget", _Builder())  # the stubs ask for comments too, and for bytes
    parser = etree.HTMLParser(encoding="utf-8", target=target, huge_tree=True, no_network=True)
    try:
        parser.feed(html.encode())
        return cast("_Builder", parser.close())
    except (etree.LxmlError, ValueError):
        return _Builder()  # it then holds no letters, and the other parser has its turn


def _patiently(html: str) -> _Builder:
    parser = _Patient()
    parser.feed(html)
    parser.close()
    return parser.builder


def _count_letters(built: _Builder) -> int:
    return letters("".join(built.texts))


def parse(html: str) -> Tree:
    """The tree of a page."""
    html = _without_controls(html)
    if _XML.match(html):
        html = _without_cdata(html)
        html = _CLOSED_AT_ONCE.sub(lambda m: m[0] if m[1].lower() in _VOID else f"<{m[1]}{m[2]}></{m[1]}>", html)
    shown = source_text(html)
    built = _quickly(html)
    if _count_letters(built) < (1 - ASKS_AGAIN) * letters(shown):
        built = max(built, _patiently(html), key=_count_letters)
    return Tree(built.root, built.nodes, built.hidden, shown)
