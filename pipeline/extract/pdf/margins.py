"""What is printed on the margins of pages: running heads and feet, page numbers, what a browser adds when it prints."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.dates import find_dates
from pipeline.extract.pdf.lines import Line, Segment, lines_of, segments_of
from pipeline.extract.pdf.page import Page

OUTERMOST = 2  # lines from either end of a page; running heads have one or two
MARGIN = 0.15  # of the page's height; heads and feet of books and offices lie within a tenth
SAME_PLACE = 0.02  # of the page's height
FEWEST = 2  # pages that a running head is on, away from the text
FEWEST_CLOSE, SHARE = 3, 0.5  # pages, and of all of them, that one close to the text is on
SPREAD = 4.0  # sizes between the parts of a head that is set to both sides
ALONE = 1.8  # sizes between a line and the text
HEAD = 0.1  # of the page's height, in which a first line that is set small and far off is a head on one page, too
SMALLER, FAR = 0.9, 3.0  # of the text's size, and times it; over a title stands a kicker, nearer to it

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
    is_alone: bool  # away from the text
    is_spread: bool  # set to both sides
    is_head: bool  # the first of its page, small and far from the text


def _is_head(lines: Sequence[Line], height: float) -> bool:
    """Whether the first line of a page, at that share of its height, is no part of the text by its looks."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.whole.size] += len(line.text)
    first, second = lines[0].whole, lines[1].whole
    usual = max(sizes, key=lambda size: (sizes[size], size))
    is_small = first.size < SMALLER * usual and first.base - second.base > FAR * max(usual, second.size)
    is_said = lines[0].text.endswith((".", "!", "?", ":")) or any(find_dates(lines[0].text))
    return height > 1 - HEAD and is_small and not is_said


def _edge(line: Line, height: float, beside: Iterable[Line], *, is_head: bool) -> _Edge:
    size, base = line.whole.size, line.whole.base
    return _Edge(
        line,
        key=(re.sub(r"\d+", "#", line.text).casefold(), round(size)),
        height=height,
        is_alone=all(abs(other.whole.base - base) > ALONE * size for other in beside),
        is_spread=any(b.left - a.right > SPREAD * size for a, b in pairwise(line.segments)),
        is_head=is_head,
    )


def _edges(lines: Sequence[Line], page: Page) -> list[_Edge]:
    near = {*range(min(OUTERMOST, len(lines))), *range(max(len(lines) - OUTERMOST, 0), len(lines))}
    found = []
    for i in sorted(near):
        line = lines[i]
        height = line.whole.base / (page.height or 1)
        if not MARGIN < height < 1 - MARGIN:
            beside = (lines[j] for j in (i - 1, i + 1) if 0 <= j < len(lines))
            is_head = i == 0 and len(lines) > 1 and _is_head(lines, height)
            found.append(_edge(line, height, beside, is_head=is_head))
    return found


def _is_running(edge: _Edge, heights: Sequence[tuple[int, float]], pages_in_all: int) -> bool:
    """`heights` are the pages and places at which there is a line like it."""
    pages = len({page for page, height in heights if abs(height - edge.height) < SAME_PLACE})
    fewest = FEWEST if edge.is_alone else max(FEWEST_CLOSE, SHARE * pages_in_all)
    set_apart = edge.is_alone and (edge.is_spread or _NUMBER.fullmatch(edge.line.text))
    return pages >= fewest or edge.is_head or bool(set_apart) or bool(_PRINTED.fullmatch(edge.line.text))


def sheets(pages: Sequence[Page]) -> list[Sheet]:
    """The pages without what stands on their margins, which is kept beside them."""
    running_text = [segments_of((word for word in page.words if not word.aside), page.boxes) for page in pages]
    all_edges = [_edges(lines_of(segments), page) for page, segments in zip(pages, running_text, strict=True)]
    places: dict[tuple[str, float], list[tuple[int, float]]] = defaultdict(list)
    for number, edges in enumerate(all_edges):
        for edge in edges:
            places[edge.key].append((number, edge.height))
    found = []
    for page, segments, edges in zip(pages, running_text, all_edges, strict=True):
        aside = lines_of(segments_of((word for word in page.words if word.aside), ()))
        running = [edge.line for edge in edges if _is_running(edge, places[edge.key], len(pages))]
        gone = {word for line in running for segment in line.segments for word in segment.words}
        kept = tuple(segment for segment in segments if segment.words[0] not in gone)
        found.append(Sheet(page, kept, tuple(line.text for line in (*aside, *running))))
    return found
