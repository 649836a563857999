"""A table that lost its lines: a header such as "Topic Details", then rows whose first words are the label.

    Topic Details
    Global Impact 🌍 Relations affect global diplomatic efforts.
    Future Outlook 🔮 Success depends on both sides.

Cells are told apart by tabs, bars, emoji, or, with none of these, by the last capitalised word in a row's opening
run of capitalised words: "Key Players Leaders and diplomats play" has the label "Key Players". That is how paragraphs
begin, too, so that without anything between the cells the header has to name columns, or every row has to fit.
"""

import re
import unicodedata
from collections.abc import Sequence

from pipeline.extract.text.bullets import bullet_length
from pipeline.extract.text.label import LONGEST_LABEL, known_names, split_label
from pipeline.extract.text.line import Line
from pipeline.records import Block, BlockKind, Span

LONGEST_HEADER = 6  # words of a header cell; it names a column, it says nothing
FEWEST_LINES = 3  # of a table without tabs or bars: its header and two rows

# Each begins where a gap does: tried at every blank of a gap of a million, it would never come to an end.
_HARD = re.compile(r"(?<!\s)\s*\t\s*|(?:^|(?<!\s)\s+)[|│](?:\s+|$)")
_SOFT = re.compile(r" {3,}")
_ENDS = (".", "!", "?", "…")
_FILLED = re.compile(r"[^\x00\s](?:[^\x00]*[^\x00\s])?")
_AMOUNT = re.compile(r"[-+~<>(]?\s?[$€£]?\s?\d[\d.,]*\s?(?:[%)+]|[a-z]{1,2}\b)?.{0,3}")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# What the last column of such tables is called, in the development articles and pages.
_COLUMNS = frozenset(
    """
    description descriptions details effect effects example examples explanation impact impacts implications
    importance information insight insights meaning notes outcome outcomes overview purpose relevance role
    significance status summary
    """.split()
)


def _is_pictogram(character: str) -> bool:
    # So: pictures, but below U+2300 signs such as "°" and "©"; then skin tones, variation selectors and joiners
    pictured = unicodedata.category(character) == "So" and character >= "\u2300"
    return pictured or character in "\ufe0f\u200d" or "\U0001f3fb" <= character <= "\U0001f3ff"


def _blank(match: re.Match[str]) -> str:
    return "\x00" * len(match[0])


def _pieces(line: Line) -> tuple[Span, ...]:
    """The runs of `line` between tabs and bars, or where there are none, between pictograms or wide gaps."""
    text = _HARD.sub(_blank, line.text)
    if text == line.text:
        text = "".join("\x00" if _is_pictogram(character) else character for character in line.text)
        text = _SOFT.sub(_blank, text)
    return tuple(Span(line.start + match.start(), line.start + match.end()) for match in _FILLED.finditer(text))


def _header_cells(line: Line) -> tuple[Span, ...]:
    """The header's cells; with nothing between them, the last word names the last column."""
    cells = _pieces(line)
    if len(cells) == 1 and (len(line.words) == 2 or _names_columns(line)):  # noqa: PLR2004 - a word a column
        last = len(line.words[-1])
        return (Span(line.start, line.start + len(line.text[:-last].rstrip())), Span(line.end - last, line.end))
    return cells


def _names_columns(line: Line) -> bool:
    return line.words[-1].lower() in _COLUMNS and len(line.words) > 1


def _looks_like_header(line: Line) -> bool:
    capitals = [word for word in line.words if word[0].isupper()]
    return len(line.words) <= LONGEST_HEADER and not line.text.endswith((*_ENDS, ":")) and len(capitals) >= 2  # noqa: PLR2004


def _looks_like_row(line: Line) -> bool:
    first = next((c for c in line.text if c.isalnum()), "")
    capital = (first.isupper() or first.isdigit()) and not bullet_length(line.text)
    return capital and line.text.endswith(_ENDS) and len(line.words) >= LONGEST_LABEL


def _shape(cell: str) -> str:
    return "year" if _YEAR.fullmatch(cell) else "amount" if _AMOUNT.fullmatch(cell) else "words"


def _is_header(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names columns: it is all words, or of another shape than what stands under it."""
    if any(len(cell.split()) > LONGEST_HEADER or cell.endswith(_ENDS) for cell in first):
        return False
    shapes = [_shape(cell) for cell in first]
    under = [{_shape(row[column]) for row in below} for column in range(len(first))]
    return set(shapes) == {"words"} or any(shape not in others for shape, others in zip(shapes, under, strict=True))


def _row(cells: tuple[Span, ...], headers: tuple[Span, ...], *, is_header: bool = False) -> Block:
    start, end = cells[0].start, cells[-1].end
    return Block(BlockKind.TABLE_ROW, start, end, cells=cells, headers=headers, is_header=is_header)


def _with_columns(lines: list[Line], rows: list[tuple[Span, ...]], text: str) -> tuple[Block, ...]:
    """The table of rows that all have the same number of cells, where they are one."""
    words = [[text[cell.start : cell.end] for cell in row] for row in rows]
    hard = all(_HARD.search(line.text) for line in lines)
    if _is_header(words[0], words[1:]) and (hard or (len(lines) >= FEWEST_LINES and _looks_like_header(lines[0]))):
        return (_row(rows[0], (), is_header=True), *(_row(cells, rows[0]) for cells in rows[1:]))
    return tuple(_row(cells, ()) for cells in rows) if hard else ()


def read_table(lines: list[Line], text: str) -> tuple[Block, ...]:
    """The rows of the table that `lines` are, header first; empty if they are no table."""
    pieces = [_pieces(line) for line in lines]
    columns = {len(cells) for cells in pieces}
    if len(lines) > 1 and len(columns) == 1 and columns != {1}:
        return _with_columns(lines, pieces, text)
    if len(lines) < FEWEST_LINES or not _looks_like_header(lines[0]) or not all(map(_looks_like_row, lines[1:])):
        return ()
    names = known_names(text[: lines[0].start] + text[lines[-1].end :])
    separated = [cells for cells in pieces[1:] if len(cells) > 1]
    below = zip(lines[1:], pieces[1:], strict=True)
    rows = [cells if len(cells) > 1 else split_label(line, names) for line, cells in below]
    split = [cells for cells in rows if len(cells) > 1]
    some, every = len(split) >= len(rows) / 2, len(split) == len(rows) >= FEWEST_LINES
    if not (len(separated) > len(rows) / 2 or every or (some and _names_columns(lines[0]))):
        return ()
    headers = _header_cells(lines[0])
    return (_row(headers, (), is_header=True), *(_row(cells, headers) for cells in rows))
