"""A page of docs/ as the tests read it: what can be run on it, where it links to, and what it names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

PROJECT = Path(__file__).parents[2]
PAGES = tuple(sorted((PROJECT / "docs").glob("*.md")))
RUN = frozenset({"sh", "python"})
PRINTED = "text"
KNOWN = RUN | {PRINTED, "console"}  # what stands in a console block needs the network or a choice, and is not run

_MARKDOWN = MarkdownIt().enable("table")


@dataclass(frozen=True, slots=True)
class Step:
    """A block that is run; `printed` is what the page says comes out, None for nothing, in its lines [start, end)."""

    language: str
    code: str
    printed: str | None
    start: int
    end: int


def _tokens(path: Path) -> list[Token]:
    return _MARKDOWN.parse(path.read_text(encoding="utf-8"))


def fences(path: Path) -> list[Token]:
    """The fenced blocks of a page."""
    return [token for token in _tokens(path) if token.type == "fence"]


def steps(path: Path) -> Iterator[Step]:
    """The blocks to run, in order, each with the text block that follows it."""
    blocks = fences(path)
    for block, following in pairwise([*blocks, None]):
        if block and block.info in RUN:
            after = following if following and following.info == PRINTED else None
            start, end = (after or block).map or (0, 0)
            yield Step(block.info, block.content, after.content if after else None, start + 1, end - 1)


def _inline(path: Path) -> Iterator[Token]:
    for token in _tokens(path):
        yield from token.children or ()


def links(path: Path) -> list[str]:
    """Where a page links to."""
    return [str(token.attrs["href"]) for token in _inline(path) if token.type == "link_open"]


def named(path: Path) -> list[str]:
    """What stands between backticks in the running text."""
    return [token.content for token in _inline(path) if token.type == "code_inline"]


def anchors(path: Path) -> set[str]:
    """The names by which the headings of a page can be linked to."""
    tokens = _tokens(path)
    headings = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}
