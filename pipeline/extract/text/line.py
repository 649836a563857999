"""The lines of a plain text, each knowing where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DRAWN = re.compile(r"[\W_]*")  # a drawn rule ("-----", "* * *") says as much as an empty line
_GRID = re.compile(r"(?=.*[|+])(?=.*[-=])[\s|+:=-]+")  # ... but one with columns holds a table together


@dataclass(frozen=True, slots=True)
class Line:
    start: int  # of its first visible character
    end: int
    indent: int  # characters before `start`
    text: str  # without the space around it
    words: tuple[str, ...]


def lines_of(text: str) -> Iterator[Line]:
    """Every line of `text` but the drawn rows of tables; one without a letter or digit counts as empty."""
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if not _GRID.fullmatch(stripped):
            words = () if _DRAWN.fullmatch(stripped) else tuple(stripped.split())
            indent = len(raw) - len(raw.lstrip()) if stripped else 0
            yield Line(start + indent, start + indent + len(stripped), indent, stripped, words)
        start += len(raw) + 1
