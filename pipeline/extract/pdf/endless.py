"""PDFs that draw for ever: one page shown thousands of times, drawings that draw themselves or each other.

The library cannot be stopped while it lays out a page, so what a page draws is counted before, in the bytes of the
file. Drawings in packed objects (`/ObjStm`) cannot be: the format keeps streams out of those.
"""

import re
from collections import Counter

from pipeline.errors import Reject
from pipeline.extract.pdf.damage import packed_streams

MOST_DRAWN = 100_000  # by one drawing, those within those counted; a map of a city has some thousands
MOST_ALIKE = 500  # pages with the same words; a form letter, or a book with blank pages in it, has a hundred
_DEEPEST = 30  # drawings within each other; the library shows no more

_DRAWING = re.compile(rb"/Subtype\s*/Form\b")
_DRAWINGS = re.compile(rb"/XObject\s*<<([^<>]*)>>")
_NAMED = re.compile(rb"/([^\s/<>()\[\]]+)\s+(\d{1,10})\s+\d{1,5}\s+R\b")
_DRAWS = re.compile(rb"/([^\s/<>()\[\]]+)\s+Do\b")
_ELSEWHERE = re.compile(rb"/(?:Resources|XObject)\s+(\d{1,10})\s+\d{1,5}\s+R\b")
_OBJECT = re.compile(rb"\b(\d{1,10})\s+\d{1,5}\s+obj\b(?=(.{0,2000}))", re.DOTALL)


def _names(head: bytes, content: bytes) -> dict[bytes, int]:
    """What a drawing calls the drawings that it may use: in its dictionary, or in the objects that this refers to."""
    parts = [head]
    for _ in range(2):  # its resources, and among those its drawings
        wanted = {int(number) for part in parts for number in _ELSEWHERE.findall(part)}
        found = _OBJECT.finditer(content) if wanted else ()
        parts += [b"/XObject" + one[2].partition(b"endobj")[0] for one in found if int(one[1]) in wanted]
    return {
        name: int(number)
        for part in parts
        for there in _DRAWINGS.findall(part)
        for name, number in _NAMED.findall(there)
    }


def _drawings(content: bytes) -> dict[int, Counter[int]]:
    """For each drawing by its number, how often it draws which others."""
    found = dict[int, Counter[int]]()
    for number, head, data in packed_streams(content):
        if _DRAWING.search(head):
            names = _names(head, content) if b"Do" in data else {}
            found[number] = Counter(names[name] for name in _DRAWS.findall(data) if name in names)
    return found


def check_drawings(content: bytes) -> None:
    """Raises `Reject`: "endless" where a drawing of a PDF draws more others than one can wait for, "too_large"."""
    drawings = _drawings(content)
    drawn = dict.fromkeys(drawings, 1)
    for _ in range(_DEEPEST):
        drawn = {
            number: min(1 + sum(times * drawn.get(inner, 0) for inner, times in inside.items()), MOST_DRAWN + 1)
            for number, inside in drawings.items()
        }
    if max(drawn.values(), default=0) > MOST_DRAWN:
        message = f"A drawing in it draws itself or others more than {MOST_DRAWN:,} times."
        raise Reject("endless", message, "Print it to a new PDF, or save it as text.")


class SamePages:
    """Counts pages by their words."""

    def __init__(self) -> None:
        self._shown: Counter[str] = Counter()

    def check(self, words: str) -> None:
        """Raises `Reject` "endless" for a page that comes too often."""
        self._shown[words] += 1
        if words.strip() and self._shown[words] > MOST_ALIKE:
            message = f"It shows one page more than {MOST_ALIKE:,} times."
            raise Reject("endless", message, "Print the pages that you need to a new PDF.")
