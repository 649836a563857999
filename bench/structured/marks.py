"""Marked pages: a page or file as it is, with marks that say what each part of it is to a reader.

In HTML a mark is an attribute that begins with "@", in Markdown and text a margin that ends in "|".
bench/data/structure/README.md lists the marks. `read_page` takes them out, so that no tool sees them.
"""

import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import CData, NavigableString

from structured.blocks import Seen, plain, row
from structured.margins import MARGIN, read_lines
from structured.page import Page

_MARK = re.compile(r"""\s@(\w+)(="[^"]*")?(?=[\s>/])""")
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")


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


def read_page(path: Path) -> Page:
    """The page that a marked file holds, and the truth about it."""
    head, _, marked = path.read_text(encoding="utf-8").partition("\n\n")
    said = dict(line.removeprefix("@").partition(" ")[::2] for line in head.splitlines())
    if path.suffix == ".html":
        content = _TAG.sub(lambda tag: _MARK.sub("", tag[0]), marked)
    else:
        margins = (MARGIN.fullmatch(line) for line in marked.splitlines())
        lines = (margin["line"] if margin else "" for margin in margins)
        content = "\n".join(lines).replace("‖", "") + "\n"
    page = Page(path.name, content, **{name: said.get(name, "") for name in ("style", "title", "author", "date")})
    (_read_html if path.suffix == ".html" else read_lines)(page, marked)
    return page
