"""HTML, however broken, to a tree that holds every letter of it.

The parsers report tags and text as they meet them, so that neither the depth of a page nor what follows `</html>`
costs text, as it does in the trees that lxml builds itself.
"""

import re
from collections import Counter
from collections.abc import Mapping
from html import unescape
from html.parser import HTMLParser
from typing import cast

from lxml import etree

from pipeline.extract.html.tree import NOT_TEXT, Node, nodes, visit

# Shares of letters. On the development pages the two parsers differ by 0.02 at most where one of them loses something,
# and the count without a parser is 0.025 too high at most, where attributes hold unquoted code.
ASKS_AGAIN = 0.01
IS_LOST = 0.05

_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalpha())
_VOID = frozenset("area base basefont br col embed frame hr img input keygen link meta param source track wbr".split())
_ENDED_BY = {"li": ("li",), "p": ("p",), "dt": ("dt", "dd"), "dd": ("dt", "dd")} | {
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("td", "th", "tr"),
}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_XML = re.compile(r"\s*<\?xml\b")
_HIDING = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"))
_CLOSED_AT_ONCE = re.compile(r"<([a-z][\w:.-]*+)([^<>]*)/>", re.IGNORECASE)
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    rf"|<({'|'.join(sorted(NOT_TEXT - {'meta', 'option', 'rp', 'annotation'}))})\b.*?(?:</\1\s*>|\Z)"
    r"""|</?[a-z](?:[^<>"']|"[^"]{0,200000}"|'[^']{0,200000}')*+>|<[/!?a-z][^>]*>?""",
    re.IGNORECASE | re.DOTALL,
)


class _Builder:
    """Takes what a parser reports, in lower case; the tags may be in any disorder."""

    def __init__(self) -> None:
        self.root = self.at = Node("#root", {}, None)
        self.open: Counter[str] = Counter()  # without it, each stray end tag would be looked for down to the root

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        node = Node(tag, dict(attributes), self.at)
        self.at.children.append(node)
        if tag not in _VOID:
            self.at = node
            self.open[tag] += 1

    def end(self, tag: str) -> None:
        while self.open[tag] and self.leave() != tag:
            pass

    def leave(self) -> str:
        """Go out of the element that is open, and say which it is."""
        left = self.at
        if left.parent:
            self.at = left.parent
            self.open[left.tag] -= 1
        return left.tag

    def data(self, text: str) -> None:
        self.at.children.append(text)

    def close(self) -> Node:
        return self.root


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


class _Texts:
    """Collects the texts outside elements that show none."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def enter(self, node: Node) -> bool:
        return node.tag not in NOT_TEXT

    def text(self, text: str) -> None:
        self.found.append(text)

    def leave(self, node: Node) -> None:
        pass


def _quickly(html: str) -> Node:
    target = cast("etree.ParserTarget", _Builder())  # the stubs ask for comments too, and for bytes
    parser = etree.HTMLParser(encoding="utf-8", target=target, huge_tree=True, no_network=True)
    try:
        parser.feed(html.encode())
        return cast("Node", parser.close())
    except (etree.LxmlError, ValueError):
        return Node("#root", {}, None)  # it then holds no letters, and the other parser has its turn


def _patiently(html: str) -> Node:
    parser = _Patient()
    parser.feed(html)
    parser.close()
    return parser.builder.root


def count_letters(root: Node) -> int:
    """The letters in a tree outside elements that show no text, in bytes of UTF-8."""
    texts = _Texts()
    visit(root, texts)
    return letters("".join(texts.found))


def _letters_without_markup(html: str) -> int:
    """What is left without anything that looks like markup: no parser is asked."""
    return letters(unescape(_MARKUP.sub(" ", html)))


def _opened(html: str) -> str:
    """The page without the beginning of what never ends: a comment or a script then hides the rest of the article."""
    lower = html.lower()
    for begin, end in _HIDING:
        at = lower.find(begin, lower.rfind(end) + 1) if len(lower) == len(html) else -1
        if at >= 0:
            html = html[:at] + re.sub(begin, " ", html[at:], flags=re.IGNORECASE)
            lower = html.lower()
    return html


def _swallowed_letters(root: Node) -> int:
    """What stands in attributes that were never closed: each runs on to the opening quote of another one."""
    values = (value for node in nodes(root) for value in node.attributes.values())
    run_on = (value for value in values if "<" in value and ">" in value and value.rstrip().endswith("="))
    return sum(letters(_MARKUP.sub(" ", value)) for value in run_on)


def parse(html: str) -> tuple[Node, bool]:
    """The tree of a page, and whether it holds all the text that can be seen in the source."""
    html = _CONTROLS.sub(" ", html)
    if _XML.match(html):
        html = _CLOSED_AT_ONCE.sub(lambda m: m[0] if m[1].lower() in _VOID else f"<{m[1]}{m[2]}></{m[1]}>", html)
    expected = _letters_without_markup(html)
    root = _quickly(html)
    held = count_letters(root)
    if held < (1 - ASKS_AGAIN) * expected:
        patient = _patiently(html)
        held, root = max((held, root), (count_letters(patient), patient), key=lambda read: read[0])
    opened = _opened(html)
    seen = expected if opened is html else _letters_without_markup(opened)
    return root, held >= (1 - IS_LOST) * max(expected, seen) and _swallowed_letters(root) <= IS_LOST * expected
