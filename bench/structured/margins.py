"""Marks in the margin of a Markdown or text file."""

import re
from collections.abc import Iterator

from structured.blocks import plain, row
from structured.page import Page

MARGIN = re.compile(r"(?P<mark>[a-z\d.-]*[+>]?)\| ?(?P<line>.*)")
_INLINE = re.compile(r"!\[[^\]]*\]\([^)]*\)|\[(?P<link>[^\]]*)\]\([^)]*\)|\*\*|\*(?=\w)|(?<=[\w.])\*|`")
_LEADING = {"h": r"#{1,6} ", "quote": r"> ", "li": r"(?:[-*+•]|\d+[.)]) ", "q": r"(?:#+ |Q: )", "a": r"A: "}
_CELL = re.compile(r"\s*‖\s*")


def _unmarked(line: str, mark: str = "") -> str:
    """A line of Markdown as it is rendered."""
    words = re.sub(rf"\A(?:{_LEADING.get(mark.rstrip('123456'), '')})", "", line.strip())
    return _INLINE.sub(lambda match: match["link"] or "", words)


def _parts(marked: str) -> Iterator[tuple[str, str]]:
    """Each marked part of a file with its margin; lines that go on are joined to the line before."""
    held: list[tuple[str, str]] = []
    for line in marked.splitlines():
        margin = MARGIN.fullmatch(line)
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


def read_lines(page: Page, marked: str) -> None:
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
