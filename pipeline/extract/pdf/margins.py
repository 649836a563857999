"""What is printed on the margins of pages: running heads and feet, page numbers, what a browser adds when it prints."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.extract.pdf.lines import Line, Segment, lines_of, segments_of
from pipeline.extract.pdf.words import Page

OUTERMOST = 2  # lines from either end of a page; running heads have one or two
MARGIN = 0.15  # of the page's height; heads and feet of books and offices lie within a tenth
SAME_PLACE = 0.02  # of the page's height
FEWEST = 2  # pages that a running head is on
SPREAD = 4.0  # sizes between the parts of a head that is set to both sides
ALONE = 1.8  # sizes between such a line and the text

_COUNT = r"(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?"
_NUMBER = re.compile(
    rf"[\W_]*{_COUNT}[\W_]*|(?:.{{0,80}}\W)?(?:page|seite|página|pagina)\s*{_COUNT}[\W_]*", re.IGNORECASE
)
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}, \d{1,2}:\d\d(?:\s?[AP]M)?\b.*|(?:https?|file)://\S+\s+\d+/\d+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's running text as segments, and the lines on its margins."""

    page: Page
    segments: tuple[Segment, ...]
    margins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near the upper or lower end of a page."""

    line: Line
    key: tuple[str, float]  # its words without numbers, its size
    height: float  # as a share of the page
    is_spread: bool  # set to both sides, away from the text


def _is_spread(line: Line, others: Sequence[Line]) -> bool:
    size, base = line.whole.size, line.whole.base
    apart = any(b.left - a.right > SPREAD * size for a, b in pairwise(line.segments))
    return apart and all(abs(other.whole.base - base) > ALONE * size for other in others)


def _edges(lines: Sequence[Line], page: Page) -> list[_Edge]:
    near = {*range(min(OUTERMOST, len(lines))), *range(max(len(lines) - OUTERMOST, 0), len(lines))}
    found = []
    for i in sorted(near):
        line = lines[i]
        height = line.whole.base / (page.height or 1)
        if not MARGIN < height < 1 - MARGIN:
            key = (re.sub(r"\d+", "#", line.text).casefold(), round(line.whole.size))
            beside = [lines[j] for j in (i - 1, i + 1) if 0 <= j < len(lines)]
            found.append(_Edge(line, key, height, _is_spread(line, beside)))
    return found


def _is_running(edge: _Edge, others: Iterable[Sequence[_Edge]]) -> bool:
    pages = sum(
        any(other.key == edge.key and abs(other.height - edge.height) < SAME_PLACE for other in edges)
        for edges in others
    )
    named = _NUMBER.fullmatch(edge.line.text) or _PRINTED.fullmatch(edge.line.text)
    return pages >= FEWEST or edge.is_spread or named is not None


def sheets(pages: Sequence[Page]) -> list[Sheet]:
    """The pages without what stands on their margins, which is kept beside them."""
    read = []
    for page in pages:
        aside = [word for word in page.words if word.aside]
        segments = segments_of((word for word in page.words if not word.aside), page.boxes)
        read.append((segments, [line.text for line in lines_of(segments_of(aside, ()))]))
    edges = [_edges(lines_of(segments), page) for page, (segments, _) in zip(pages, read, strict=True)]
    found = []
    for page, (segments, aside), own in zip(pages, read, edges, strict=True):
        running = [edge.line for edge in own if _is_running(edge, edges)]
        gone = {id(word) for line in running for segment in line.segments for word in segment.words}
        kept = tuple(segment for segment in segments if id(segment.words[0]) not in gone)
        found.append(Sheet(page, kept, (*aside, *(line.text for line in running))))
    return found
