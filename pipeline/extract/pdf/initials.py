"""Initials: the large first letter of a text, which hangs beside its first lines, put back before its word."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.pdf.lines import SAME_LINE, Segment, segment_of

LARGER = 1.8  # times the type beside it; two lines make 2 and more
LONGEST = 2  # characters: a quotation mark may hang with the letter
GAP = 1.5  # of the size of the type, at most between the letter and the lines
DISTANCE = 2.0  # of the size, at most between two lines beside it
ALONE = frozenset("AÀEÉIOÓY")  # letters that are words, in one of five languages


def _is_large_letter(segment: Segment) -> bool:
    text = segment.text
    return len(segment.words) == 1 and len(text) <= LONGEST and text[-1:].isupper()


def _parted(segment: Segment) -> list[Segment]:
    """A segment as letter and line, where the line seems to be raised type behind the letter."""
    first, *others = segment.words
    hangs = others and first.size >= LARGER * segment.size and first.base < segment.base - SAME_LINE * segment.size
    return [segment_of([first]), segment_of(others)] if hangs else [segment]


def _beside(letter: Segment, segments: Sequence[Segment]) -> list[Segment]:
    """The lines that a letter hangs beside, from the top down; none if it does not stand on one of them."""
    found = [
        s
        for s in segments
        if letter.size >= LARGER * s.size
        and -SAME_LINE * s.size < s.left - letter.right < GAP * s.size
        and letter.base - SAME_LINE * s.size < s.base < letter.base + letter.size
    ]
    found.sort(key=lambda s: -s.base)
    apart = any(upper.base - lower.base > DISTANCE * upper.size for upper, lower in pairwise(found))
    stands = len(found) > 1 and abs(found[-1].base - letter.base) < SAME_LINE * found[-1].size
    return found if stands and not apart else []


def _is_word(letter: str, following: str, known: frozenset[str]) -> bool:
    """Whether a letter stands for itself: "A man", but "After", if the words of the page do not tell."""
    if letter[-1] not in ALONE:
        return False
    return following in known and (letter + following).lower() not in known


def _moved(segment: Segment, left: float, before: str = "", *, apart: bool = False) -> Segment:
    """A line that begins where its letter does, with the letter before its first word."""
    first, *others = segment.words
    head = first._replace(text=before + (" " if apart else "") + first.text, left=left)
    return segment_of([head, *others], dotted=segment.dotted)


def with_initials(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments of a page, each large letter that hangs beside two lines or more in the first of them."""
    changed: dict[Segment, Segment | None] = {}
    segments = [part for segment in segments for part in _parted(segment)]
    letters = [segment for segment in segments if _is_large_letter(segment)]
    known = frozenset(word.text.lower() for s in segments for word in s.words[1:]) if letters else frozenset()
    for letter in letters:
        if lines := _beside(letter, segments):
            word = lines[0].words[0].text
            apart = _is_word(letter.text, word.lower().strip(".,;:"), known)
            changed |= {line: _moved(line, letter.left) for line in lines}
            changed |= {letter: None, lines[0]: _moved(lines[0], letter.left, letter.text, apart=apart)}
    return tuple(kept for segment in segments if (kept := changed.get(segment, segment)) is not None)
