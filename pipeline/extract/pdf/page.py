"""A page of a PDF as it is read: words and boxes, each at its place."""

from dataclasses import dataclass
from typing import NamedTuple


class Word(NamedTuple):
    text: str
    left: float
    right: float
    base: float  # of the letters
    size: float  # of the type
    bold: bool = False
    spaced: bool = True  # set apart from the word before it
    aside: bool = False  # said by the file to be no text of the document, or turned against it


class Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float

    def is_dot(self, size: float) -> bool:
        """Whether it can be a drawn bullet beside type of this size."""
        wide, high = self.right - self.left, self.top - self.bottom
        return 0.1 * size < wide < 0.7 * size and abs(wide - high) < 0.2 * wide


@dataclass(frozen=True, slots=True)
class Page:
    width: float
    height: float
    words: tuple[Word, ...]
    boxes: tuple[Box, ...]  # lines, frames and bullets
    pictures: int
