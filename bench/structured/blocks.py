"""A block as a reader sees it: what the truth says, and what a tool gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize


@dataclass(frozen=True)
class Seen:
    """`kind` is one of `BlockKind`, or "header_row" for the row that names a table's columns."""

    kind: str
    text: str
    level: int = 0  # of a heading
    lead: str = ""  # of a list item, its lead-in; of an answer, its question
    cells: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()  # for each cell what stands over it, "" where nothing does


def plain(text: str) -> str:
    """One line; a note's raised number is the same as the number."""
    return " ".join(normalize("NFKC", text).split())


def heading(text: str, level: int) -> Seen:
    return Seen("heading", plain(text), level=level)


def row(cells: Sequence[str], headers: Sequence[str] = (), *, is_header: bool = False) -> Seen:
    filled = tuple(plain(cell) for cell in cells)
    over = tuple(plain(header) for header in headers)
    return Seen("header_row" if is_header else "table_row", " | ".join(filled), cells=filled, headers=over)
