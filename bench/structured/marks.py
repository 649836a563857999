"""Marked pages: a page or file as it is, with marks that say what each part of it is to a reader.

In HTML a mark is an attribute that begins with "@", in Markdown and text a margin that ends in "|".
bench/data/structure/README.md lists the marks. `read_page` takes them out, so that no tool sees them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import CData, NavigableString

from structured.blocks import Seen, heading, plain, row

KINDS = {
    "p": "paragraph",
    "li": "list_item",
    "q": "question",
    "a": "answer",
    "cap": "caption",
    "quote": "quote",
    "by": "byline",
}
OUT = frozenset({"bio", "related", "comment", "prompt", "share", "ad"})  # not the article, each a unit of text

_MARK = re.compile(r"""\s@(\w+)(="[^"]*")?(?=[\s>/])""")
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_MARGIN = re.compile(r"(?P<mark>[a-z\d.-]*[+>]?)\| ?(?P<line>.*)")
_INLINE = re.compile(r"!\[[^\]]*\]\([^)]*\)|\[(?P<link>[^\]]*)\]\([^)]*\)|\*\*|\*(?=\w)|(?<=[\w.])\*|`")
_LEADING = {"h": r"#{1,6} ", "quote": r"> ", "li": r"(?:[-*+•]|\d+[.)]) ", "q": r"(?:#+ |Q: )", "a": r"A: "}
_CELL = re.compile(r"\s*‖\s*")


@dataclass
class Page:
    """One document: what a tool gets, and the truth about it."""

    name: str
    content: str
    style: str
    title: str
    author: str
    date: str
    blocks: list[Seen] = field(default_factory=list)
    out: list[tuple[str, str]] = field(default_factory=list)  # what is not the article: its mark and words
    ignored: set[str] = field(default_factory=set)  # words that may be one thing or another

    def add(self, mark: str, text: str, lead: str = "") -> None:
        """One more marked part."""
        words = plain(text).strip("\u200d")  # what some editors put before a paragraph, and nobody sees
        if mark in OUT:
            self.out.append((mark, words))
        elif mark == "any":
            self.ignored.add(words)
        elif mark[0] == "h" and mark[1:].isdigit():
            self.blocks.append(heading(words, int(mark[1:])))
        else:
            self.blocks.append(Seen(KINDS[mark], words, lead=lead))

    def question(self) -> str:
        """The question that an answer here belongs to."""
        return next(block.text for block in reversed(self.blocks) if block.kind == "question")

    def lead(self) -> str:
        """The last sentence before this place, where the list begins."""
        return re.split(r"(?<=[.!?])\s+", self.blocks[-1].text)[-1]


def _mark_of(tag: Tag) -> tuple[str, str] | None:
    return next(((name[1:], str(value)) for name, value in tag.attrs.items() if name[0] == "@"), None)


def _words(tag: Tag) -> str:
    """The words in an element, without those of marked elements in it."""
    parts: list[str] = []
    for child in tag.children:
        if isinstance(child, Tag):
            inside = "" if _mark_of(child) else " " if child.name == "br" else _words(child)
            parts.append(inside)
        elif type(child) in {NavigableString, CData}:
            parts.append(child)
    return "".join(parts)


def _cells(tag: Tag) -> list[str]:
    return [plain(_words(cell)) for cell in tag.find_all(recursive=False)]


def _row(tag: Tag, given: str) -> Seen:
    """The cells of a marked row; `given` names what stands over its filled cells, else the table's columns do."""
    cells = _cells(tag)
    table = tag.find_parent(attrs={"@cols": True})
    filled = [i for i, cell in enumerate(cells) if cell]
    columns = str(table["@cols"]).split(";") if table else []
    over = given.split(";") if given else [columns[i] for i in filled] if columns else [""] * len(filled)
    return row([cells[i] for i in filled], over)


def _read_html(page: Page, marked: str) -> None:
    leads: dict[int, str] = {}
    for tag in BeautifulSoup(marked, "html.parser").find_all():
        mark, given = _mark_of(tag) or ("", "")
        if mark == "lead":
            leads[id(tag)] = page.lead()
        elif mark == "row":
            page.blocks.append(_row(tag, given))
        elif mark == "head":
            page.blocks.append(row([cell for cell in _cells(tag) if cell], is_header=True))
        elif mark == "dt":
            page.blocks.append(row([_words(tag)], [""]))
        elif mark == "dd":
            before = page.blocks.pop()
            page.blocks.append(row([*before.cells, _words(tag)], [*before.headers, ""]))
        elif mark and mark != "cols":
            listing = tag.find_parent(["ul", "ol"])
            lead = leads.get(id(listing), "") if mark == "li" else page.question() if mark == "a" else ""
            page.add(mark, _words(tag), lead)


def _unmarked(line: str, mark: str = "") -> str:
    """A line of Markdown as it is rendered."""
    words = re.sub(rf"\A(?:{_LEADING.get(mark.rstrip('123456'), '')})", "", line.strip())
    return _INLINE.sub(lambda match: match["link"] or "", words)


def _parts(marked: str) -> Iterator[tuple[str, str]]:
    """Each marked part of a file with its margin; lines that go on are joined to the line before."""
    held: list[tuple[str, str]] = []
    for line in marked.splitlines():
        margin = _MARGIN.fullmatch(line)
        if margin and margin["mark"] == ".":
            mark, before = held.pop()
            held.append((mark, f"{before} {margin['line']}"))
        elif margin and margin["mark"] not in {"", "-"}:
            held.append((margin["mark"], margin["line"]))
    yield from held


def _table_cells(line: str) -> list[str]:
    """The cells of a row; a picture between two of them is none."""
    cells = _CELL.split(line) if "‖" in line else line.strip().strip("|").split("|")
    return [plain(_unmarked(cell)) for cell in cells if any(map(str.isalnum, cell))]


def _read_lines(page: Page, marked: str) -> None:
    columns: list[str] = []
    lead = item = ""
    for margin, line in _parts(marked):
        mark = margin.rstrip("+>")
        if mark in {"head", "row"}:
            cells = _table_cells(line)
            columns = cells if mark == "head" else columns
            over = columns or [""] * len(cells)
            page.blocks.append(row(cells, () if mark == "head" else over, is_header=mark == "head"))
            continue
        words = _unmarked(line, mark)
        columns = []
        above = page.question() if mark == "a" else item if margin.endswith(">") else lead if "+" in margin else ""
        page.add(mark, words, above)
        if mark != "li":
            lead = page.lead() if page.blocks else ""
        elif not margin.endswith(">"):
            item = plain(words)


def read_page(path: Path) -> Page:
    """The page that a marked file holds, and the truth about it."""
    head, _, marked = path.read_text(encoding="utf-8").partition("\n\n")
    said = dict(line.removeprefix("@").partition(" ")[::2] for line in head.splitlines())
    if path.suffix == ".html":
        content = _TAG.sub(lambda tag: _MARK.sub("", tag[0]), marked)
    else:
        margins = (_MARGIN.fullmatch(line) for line in marked.splitlines())
        lines = (margin["line"] if margin else "" for margin in margins)
        content = "\n".join(lines).replace("‖", "") + "\n"
    page = Page(path.name, content, **{name: said.get(name, "") for name in ("style", "title", "author", "date")})
    (_read_html if path.suffix == ".html" else _read_lines)(page, marked)
    return page
