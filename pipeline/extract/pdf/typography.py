"""How a document is set: the size of its running text, the distance of its lines, and which sizes are headings."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.extract.pdf.lines import Line

LARGER = 1.08  # times the running text; headings have 1.15 and more, rounding in files makes up to 1.03
LONGEST_HEADING = 30  # words; longer lines in large type are an introduction or a quotation
USUAL_LEADING = 1.2  # times the size, where a document has too few lines to tell

_ENDS = (".", ",", ";", ":")


@dataclass(frozen=True, slots=True)
class Typography:
    body: float  # size of running text
    leading: float  # distance of its lines, in sizes
    headings: tuple[float, ...]  # sizes, the largest first


def heads(text: str, size: float, body: float) -> bool:
    """Whether words of this size are a heading."""
    return (
        size >= LARGER * body
        and len(text.split()) <= LONGEST_HEADING
        and any(map(str.isalpha, text))
        and not text.endswith(_ENDS)
    )


def typography(columns: Iterable[Sequence[Line]]) -> Typography:
    """Measured on the lines of all columns."""
    letters: Counter[float] = Counter()
    distances: list[float] = []
    lines = [line for column in columns for line in column]
    for line in lines:
        letters[round(line.whole.size, 1)] += len(line.text)
    body = max(letters, key=lambda size: (letters[size], size), default=1.0)
    for upper, lower in pairwise(lines):
        distance = (upper.whole.base - lower.whole.base) / body
        alike = upper.page == lower.page and round(upper.whole.size, 1) == round(lower.whole.size, 1) == body
        if alike and 1 <= distance < 2:  # noqa: PLR2004 - from solid to double spacing
            distances.append(distance)
    sizes = {round(line.whole.size) for line in lines if heads(line.text, line.whole.size, body)}
    return Typography(body, median(distances) if distances else USUAL_LEADING, tuple(sorted(sizes, reverse=True)))
