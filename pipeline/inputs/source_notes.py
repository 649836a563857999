"""sources.csv: what a file cannot say about itself, one row a path."""

import csv
import io
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from pipeline.dates import first_day
from pipeline.errors import Reject, Stop
from pipeline.inputs.ordinary_files import decoded, read_file
from pipeline.records import SourceNote

SOURCES = "sources.csv"
LARGEST = 20_000_000  # bytes: a row for each of 100,000 articles
_COLUMNS = tuple(field.name for field in fields(SourceNote))


def _check_header(path: Path, header: list[str]) -> None:
    if unknown := set(header) - set(_COLUMNS):
        hint = f"It may have {', '.join(_COLUMNS)}{', with commas between them' if len(header) == 1 else ''}."
        raise Stop(f"{path} has the column {', '.join(map(repr, sorted(unknown)))}.", hint)
    if "path" not in header:
        raise Stop(f"{path} has no column 'path'.", "Each row names a file inside the folder by its path.")
    if len(set(header)) < len(header):
        raise Stop(f"{path} has a column twice.", f"It may have {', '.join(_COLUMNS)}, each once.")


def _content(path: Path) -> bytes:
    try:
        content, _ = read_file(path, LARGEST)
    except Reject as refusal:
        raise Stop(f"{path} cannot be read: {refusal.message}", refusal.hint) from refusal
    if len(content) > LARGEST:
        raise Stop(f"{path} has more than {LARGEST:,} bytes.", "Keep the rows of the files in this folder.")
    return content


def _header_and_rows(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """The names of the columns; and each row, with the number of its last line."""
    rows: list[tuple[int, dict[str, str]]] = []
    read = 0  # lines
    try:
        reader = csv.DictReader(io.StringIO(decoded(_content(path)), newline=""), strict=True)
        header = reader.fieldnames = [name.strip() for name in reader.fieldnames or []]
        read = reader.line_num
        for row in reader:
            read = reader.line_num
            rows.append((read, row))
    except csv.Error as error:
        hint = "A quotation mark may be open there, or a cell too long. Save the file as CSV in UTF-8."
        raise Stop(f"{path} cannot be read from line {read + 1} on: {error}.", hint) from error
    except ValueError as error:
        raise Stop(f"{path} cannot be read: {error}.", "Save it as CSV in UTF-8.") from error
    return header, rows


def read_notes(raw: Path) -> tuple[SourceNote, ...]:
    """The rows of `raw`/sources.csv, in order; none if there is no such file.

    Raises `Stop` if it is no ordinary file, not CSV in UTF-8, has another column, a row with too many cells, two rows
    for one path, or a date that is not ISO 8601.
    """
    path = raw / SOURCES
    if not os.path.lexists(path):
        return ()
    header, rows = _header_and_rows(path)
    if not header:
        if rows:
            raise Stop(f"{path} has an empty first line.", "Begin it with the row that names the columns.")
        return ()
    _check_header(path, header)
    if longer := next((number for number, row in rows if None in row), None):
        raise Stop(
            f"{path}, line {longer}, has more cells than the header.", "Put quotes around a cell with a comma in it."
        )
    notes = [SourceNote(**{name: (row.get(name) or "").strip() for name in _COLUMNS}) for _, row in rows]
    named = Counter(note.path for note in notes if note.path)
    if twice := next((name for name, count in named.items() if count > 1), None):
        raise Stop(f"{path} has two rows for {twice}.", "Keep one of them.")
    if undated := next((note for note in notes if note.published and not first_day(note.published)), None):
        raise Stop(f"{path}, {undated.path}: {undated.published!r} is not a date.", "Write it as 2021-02-03.")
    return tuple(note for note in notes if note.path)


def with_notes(content: bytes, notes: Sequence[SourceNote]) -> bytes:
    """A sources.csv that `read_notes` takes, with further rows; every row that is there stays as it is, byte for byte.

    A column that the rows need is put behind the header's; the rows above it are silent on it.
    """
    text = content.decode("utf-8")
    mark = text[:1] if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    reader = csv.reader(io.StringIO(text, newline=""))
    if not (header := next(reader, [])):
        header, text = list(_COLUMNS), ",".join(_COLUMNS) + "\n"
    top = _first_lines(text, max(reader.line_num, 1))
    ending = "\r\n" if top.endswith("\r\n") else "\r" if top.endswith("\r") else "\n"
    names = [name.strip() for name in header]
    wanted = [name for name in _COLUMNS if name not in names and any(getattr(note, name) for note in notes)]
    rows = "".join(_row([getattr(note, name) for name in names + wanted]) + ending for note in notes)
    body = text.removeprefix(top)
    body += ending if body and not body.endswith(("\n", "\r")) else ""
    wider = top.rstrip("\r\n") + "".join(f",{name}" for name in wanted) + ending
    return (mark + wider + body + rows).encode()


def _row(cells: list[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)  # puts quotes around cells with either sign in them
    return line.getvalue().removesuffix("\r\n")


def _first_lines(text: str, count: int) -> str:
    lines = io.StringIO(text, newline="")
    return "".join(lines.readline() for _ in range(count))
