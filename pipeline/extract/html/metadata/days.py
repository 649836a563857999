"""The day of publication that a page gives: what a reader sees beside the title, or else what the page declares.

The day of a change stands for it only where the page gives no other. Without a day there is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from pipeline.dates import MONTHS, find_dates, iso
from pipeline.extract.html.bylines import beside_title, is_line
from pipeline.extract.html.class_words import class_words
from pipeline.extract.html.metadata.declared import Declared
from pipeline.extract.html.metadata.stated import day_first, iso_date
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.tree import Node, ancestors, nodes, own_text

LONGEST_LABEL = 4  # words
MOST_AROUND = 3  # elements whose classes speak of a day in them
MOST_INSIDE = 12  # elements of a line that are looked at

_CHANGED = (
    r"updated?|modified|reviewed|edited|revised|changed|corrected|current as of|aktualisiert|stand|actualizado"
    r"|atualizado|mis à jour"
)
_PUBLISHED = (
    r"publish\w*|posted|submitted|veröffentlicht|publiziert|erschienen|erstellt|eingestellt|publi(?:é|cad[oa])\w*"
    r"|postado"
)
_WEEKDAY = (
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?"
)
_LABEL = re.compile(rf"\b(?:(?P<changed>{_CHANGED})|(?P<published>{_PUBLISHED}))", re.IGNORECASE)
# What may stand before the day in its line, back to what sets it apart.
_LEAD = re.compile(
    rf"(?:^|\n|[^\w\s.:'’&])\s*(?:(?:(?:first|last|latest|originally|page)\s)*(?:{_CHANGED}|{_PUBLISHED}|dated?|datum|fecha|data)?\W*"
    rf"(?:(?:on|at|the|am|le|el|em)\b\W*)*)?(?:(?:{_WEEKDAY})\b\W*)?$|\bon\s$",
    re.IGNORECASE,
)
# "12 - 17 May" is when something takes place, "12 May - 5 min read" and "12 May - 16:48" are not.
_SPAN = re.compile(r"\s*[-–—]\s*(?:\d+(?!\d|\s*-?min|[:h]\d\d|\.\d\d\sUhr)|$)")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=\d{4})(?=[A-Z])")  # side by side in two elements
_IN_ADDRESS = re.compile(
    rf"[/-](20\d\d)[/-]([01]?\d|{'|'.join(f'{month}|{month[:3]}' for month in MONTHS)})[/-]([0-3]?\d)(?!\d)",
    re.IGNORECASE,
)
_OF_DAY = frozenset("date dates dateline datetime published publish pubdate posted time timestamp meta byline".split())
_OF_CHANGE = frozenset("updated update modified datemodified modify changed lastmod reviewed".split())
_OF_PUBLICATION = frozenset({"published", "pubdate", "datepublished", "posted"})


@dataclass(frozen=True, slots=True)
class _Shown:
    """A day on the page; `label` is "published", "changed" or ""."""

    day: str
    label: str


def _around(piece: Piece) -> Iterator[Node]:
    return islice(ancestors(piece.node), MOST_AROUND)


def _classes(piece: Piece) -> frozenset[str]:
    return frozenset[str]().union(*map(class_words, _around(piece)))


def _is_marked(day: str, piece: Piece) -> bool:
    """Whether the markup says of the line, or of the day in it alone, that it is a day."""
    alone = (node for node in islice(nodes(piece.node), MOST_INSIDE) if day in own_text(node))
    return any(not _OF_DAY.isdisjoint(classes) for classes in (_classes(piece), *map(class_words, alone)))


def _label(before: str, previous: str, piece: Piece) -> str:
    """What the words before a day, the line before it, or else its markup say of it."""
    for words in (before, previous if len(previous.split()) <= LONGEST_LABEL else ""):
        if said := list(_LABEL.finditer(words)):
            return said[-1].lastgroup or ""
    classes = _classes(piece)
    return "changed" if classes & _OF_CHANGE and not classes & _OF_PUBLICATION else ""


def _written(piece: Piece, previous: str, numbers: str) -> Iterator[_Shown]:
    """The days in the words of a line, but not those it tells of; `numbers` are signs with the day first."""
    at, text = 0, _GLUED.sub(" ", piece.text)
    for found in find_dates(text, day_first=numbers):
        before, after = text[at : found.start], text[found.end :]
        is_span = _SPAN.match(after) or (at and _SPAN.fullmatch(before))
        written = text[found.start : found.end]
        if found.precision == "day" and not is_span and (_LEAD.search(before) or _is_marked(written, piece)):
            yield _Shown(iso(found), _label(before, "" if at else previous, piece))
        at = found.end


def _timed(piece: Piece, previous: str) -> Iterator[_Shown]:
    """The days in the attributes of `time` elements."""
    for node in (*_around(piece), *islice(nodes(piece.node), MOST_INSIDE)):
        day = iso_date(node.get("datetime")) if node.tag == "time" else ""
        if len(day) == len("2021-02-03"):
            yield _Shown(day, "changed" if _LABEL.search(piece.text) else _label("", previous, piece))


def _days_in(piece: Piece, previous: str, numbers: str) -> list[_Shown]:
    if not is_line(piece) or piece.text.endswith(":"):
        return []
    return list(_written(piece, previous, numbers)) or list(_timed(piece, previous))


def _beside(pieces: Sequence[Piece], title: int, numbers: str) -> list[_Shown]:
    """The days beside the title. Where several lines have one and do not say of what, it is a list of other things."""
    for side in beside_title(pieces, title):
        lines = [found for i in side if (found := _days_in(pieces[i], pieces[i - 1].text if i else "", numbers))]
        if lines:
            bare = {line[0].day for line in lines if not line[0].label}
            return [found for line in lines for found in line if found.label or len(bare) == 1]
    return []


def _labelled(pieces: Sequence[Piece], numbers: str) -> str:
    """The one day anywhere on the page that is called the day of publication."""
    labelled = (
        found
        for previous, piece in pairwise(pieces)
        if _LABEL.search(piece.text) or _LABEL.match(previous.text)
        for found in _days_in(piece, previous.text, numbers)
    )
    days = {found.day for found in labelled if found.label == "published"}
    return days.pop() if len(days) == 1 else ""


def _in_address(url: str) -> str:
    if not (found := _IN_ADDRESS.search(url)):
        return ""
    year, month, day = found.groups()
    return iso_date(f"{day} {month.title()} {year}" if month.isalpha() else f"{year}-{month:0>2}-{day:0>2}")


def find_day(pieces: Sequence[Piece], title: int, said: Declared) -> str:
    """The ISO date of publication, "" if the page gives none; the title is `pieces[title]`."""
    numbers = day_first(said.language)
    shown = _beside(pieces, title, numbers)
    own = [found for found in shown if found.label != "changed"]
    if said.published in {found.day for found in own}:
        return said.published
    for found in own:  # without a label it may be the day of the last change
        if found.label or not said.published or found.day != said.modified:
            return found.day
    is_unsure = said.published in {"", said.modified}  # systems that know no other day put that of the change
    changed = next((found.day for found in shown), "")
    return (is_unsure and _labelled(pieces, numbers)) or said.published or _in_address(said.url) or changed
