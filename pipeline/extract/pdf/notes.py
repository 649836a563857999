"""Footnotes: lines in small type at the foot of a column, the first of which begins with a number or sign."""

import re
from collections.abc import Sequence

from pipeline.extract.pdf.lines import Line

SMALL = 0.93  # of the size of running text; footnotes have 0.8 to 0.91

_MARK = re.compile(r"(?:\[?\d{1,3}[\].)]?|[*†‡§])(?=\s|[A-Z“\"])")


def is_note(line: Line) -> bool:
    """Whether a line begins as footnotes do."""
    return bool(_MARK.match(line.text))


def number_of(line: Line) -> str:
    """The number or sign that a footnote begins with."""
    match = _MARK.match(line.text)
    return match[0].strip("[]().") if match else ""


def without_mark(text: str) -> str:
    """The words of a footnote after its number."""
    return _MARK.sub("", text, count=1).strip()


def split_notes(lines: Sequence[Line], body_size: float) -> tuple[list[Line], list[list[Line]]]:
    """The lines of a column without the footnotes below them, and the lines of each footnote."""
    first = len(lines)
    while first and lines[first - 1].whole.size < SMALL * body_size:
        first -= 1
    while first < len(lines) and not is_note(lines[first]):
        first += 1
    notes: list[list[Line]] = []
    for line in lines[first:]:
        if is_note(line):
            notes.append([line])
        else:
            notes[-1].append(line)
    return list(lines[:first]), notes
