"""Words on a page to lines: what stands side by side without a gap is a segment, segments at one height are a line."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.paged.runs import Run
from pipeline.extract.pdf.page import Box, Word
from pipeline.extract.text.bullets import bullet_length

SAME_LINE = 0.4  # of the size
RAISE = 0.6  # of the size; a raised number stands 0.3 to 0.5 above its line
SEGMENT_GAP = 1.2  # of the size; spaces in justified lines stay below in all but very narrow columns
RAISED_SIZE = 0.85  # of the line's; raised numbers have 0.6 to 0.75
MARK_GAP = 3.0  # of the size, between a bullet and its item


@dataclass(frozen=True, slots=True)
class Segment:
    """Words side by side; `size` and `base` are those of most of its letters."""

    words: tuple[Word, ...]
    left: float
    right: float
    base: float
    size: float
    bold: bool
    dotted: bool = False  # a bullet is drawn before it

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs())

    def runs(self) -> list[Run]:
        """The words with their looks, and spaces between them."""
        found = []
        for i, word in enumerate(self.words):
            raised = word.size < RAISED_SIZE * self.size and word.base > self.base
            if i and word.spaced:
                found.append(Run(" "))
            found.append(Run(word.text, word.bold, raised))
        return found


def segment_of(words: Sequence[Word], *, dotted: bool = False) -> Segment:
    """The words, which stand side by side, as one."""
    letters: Counter[float] = Counter()
    for word in words:
        letters[word.size] += len(word.text)
    size = max(letters, key=lambda size: (letters[size], size))
    return Segment(
        words=tuple(words),
        left=words[0].left,
        right=max(word.right for word in words),
        base=next(word.base for word in words if word.size == size),
        size=size,
        bold=all(word.bold for word in words if any(map(str.isalnum, word.text))),
        dotted=dotted,
    )


def _goes_on(words: Sequence[Word], after: Word) -> bool:
    """Whether a word stands right behind the others."""
    last, size = words[-1], max(words[-1].size, after.size)
    small = min(last.size, after.size) < RAISED_SIZE * size
    height = min(abs(after.base - word.base) for word in words[-2:])
    level = height < (RAISE if small else SAME_LINE) * size
    return level and -SAME_LINE * size < after.left - last.right < SEGMENT_GAP * size


def _joined(segments: Iterable[Segment]) -> Segment:
    """Segments of one line as one; the first word of each but the first is set apart."""
    ordered = sorted(segments, key=lambda segment: segment.left)
    words = [*ordered[0].words]
    for segment in ordered[1:]:
        near = segment.left - words[-1].right < 0.1 * segment.size
        words += [segment.words[0]._replace(spaced=segment.words[0].spaced or not near), *segment.words[1:]]
    return segment_of(words, dotted=ordered[0].dotted)


def _is_split(words: Sequence[Word], after: Word, boxes: Iterable[Box]) -> bool:
    """Whether an upright line of a frame stands between two words."""
    left, right, base = words[-1].right, after.left, after.base
    return any(
        box.bottom <= base <= box.top and (left - 1 < box.left < right + 1 or left - 1 < box.right < right + 1)
        for box in boxes
    )


def segments_of(words: Iterable[Word], boxes: Iterable[Box]) -> list[Segment]:
    """The words, in the order of the file, as segments."""
    frames = [box for box in boxes if box.top - box.bottom > 1]
    found: list[list[Word]] = []
    for word in words:
        if found and _goes_on(found[-1], word) and not (word.spaced and _is_split(found[-1], word, frames)):
            found[-1].append(word)
        else:
            found.append([word])
    return [_with_dot(segment_of(group), boxes) for group in found]


def _with_dot(segment: Segment, boxes: Iterable[Box]) -> Segment:
    size, base, left = segment.size, segment.base, segment.left
    dotted = any(
        box.is_dot(size) and 0 < left - box.right < MARK_GAP * size and base < (box.bottom + box.top) / 2 < base + size
        for box in boxes
    )
    return replace(segment, dotted=dotted)


@dataclass(frozen=True, slots=True)
class Line:
    """Segments at one height, from left to right, and the `whole` that they make."""

    segments: tuple[Segment, ...]
    whole: Segment
    text: str
    page: int = 0


def _without_loose_marks(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """A bullet or number and the item behind it are one."""
    first, *others = segments
    if others and bullet_length(f"{first.text} x") > len(first.text):
        gap = others[0].left - first.right
        if gap < MARK_GAP * first.size:
            return (_joined((first, others[0])), *others[1:])
    return tuple(segments)


def lines_of(segments: Iterable[Segment], page: int = 0) -> list[Line]:
    """The lines that segments make, from the top down."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (-s.base, s.left)):
        row = rows[-1] if rows else None
        if row and row[0].base - segment.base < SAME_LINE * min(row[0].size, segment.size):
            row.append(segment)
        else:
            rows.append([segment])
    found = []
    for row in rows:
        ordered = sorted(row, key=lambda segment: segment.left)
        parts = _without_loose_marks(ordered)
        whole = _joined(parts)
        found.append(Line(parts, whole, whole.text, page))
    return found
