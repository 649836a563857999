"""What a picture on the page is."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the numbers behind a picture; `place` is the part of the page that it leads to."""

    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    name: str  # its id on the page
    title: str
    reading: str  # how to read it, and what it leaves out
    alternative: str  # what it shows, in words
    drawing: Markup
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
