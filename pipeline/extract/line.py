"""The lines of a plain text, each knowing where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RULE = re.compile(r"[\W_]*")  # a drawn rule ("-----", "* * *") says as much as an empty line


@dataclass(frozen=True, slots=True)
class Line:
    start: int  # of its first visible character
    end: int
    text: str  # without the space around it
    words: tuple[str, ...]


def lines_of(text: str) -> Iterator[Line]:
    """Every line of `text`; one without a letter or digit counts as empty."""
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        words = () if _RULE.fullmatch(stripped) else tuple(stripped.split())
        begin = start + raw.find(stripped) if stripped else start
        yield Line(begin, begin + len(stripped), stripped, words)
        start += len(raw) + 1
