"""What is new, gone or different since the run before, row by row."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from pipeline.records import Result
from pipeline.report import Writer
from pipeline.report.as_csv import safe_cell, to_csv
from pipeline.report.differences import COMPARED, Difference, differences
from pipeline.report.earlier import NOT_THERE, Line, named, read_lines
from pipeline.report.schema import Row, Table
from pipeline.report.succession import Cells
from pipeline.report.tables import CHANGES


def _written(table: Table, result: Result) -> Iterator[Line]:
    """The rows of a table as its CSV file will have them."""
    return (tuple(str(safe_cell(cell)) for cell in row) for row in table.rows(result))


def _digest(line: Line) -> bytes:
    return blake2b("\0".join(line).encode(), digest_size=16).digest()  # no cell holds a \0


def _news(table: Table, result: Result, previous: Path) -> tuple[list[Cells], list[Cells]]:
    """The rows that were there and are not now, and those that are now and were not.

    The others are most of both tables, and only their hashes are held. Raises what is in `NOT_THERE`.
    """
    there, same = set(map(_digest, read_lines(table, previous))), set()
    after = []
    for line in _written(table, result):
        if (digest := _digest(line)) in there:
            same.add(digest)
        else:
            after.append(named(table, line))
    return [named(table, line) for line in read_lines(table, previous) if _digest(line) not in same], after


def _changes(result: Result, previous: Path) -> Iterator[Difference]:
    before: dict[str, list[Cells]] = {}
    after: dict[str, list[Cells]] = {}
    for table, _ in COMPARED:
        try:
            before[table.name], after[table.name] = _news(table, result, previous)
        except NOT_THERE:  # nothing to compare with
            continue
    return differences(before, after)


def before_and_after(difference: Difference) -> tuple[str, str]:
    """What stood there and what stands there: the row's own words, or a line for each column that differs."""
    if difference.change == "added":
        return "", difference.headline
    if difference.change == "removed":
        return difference.headline, ""
    before = "\n".join(f"{cell.column}: {cell.before}" for cell in difference.cells)
    return before, "\n".join(f"{cell.column}: {cell.after}" for cell in difference.cells)


def _row(difference: Difference) -> Row:
    return difference.what, difference.id, difference.change, *before_and_after(difference)


def write(result: Result, previous: Path | None) -> Iterator[tuple[str, bytes]]:
    found = _changes(result, previous) if previous else ()
    for piece in to_csv(CHANGES.columns, map(_row, found)):
        yield f"{CHANGES.name}.csv", piece


WRITER = Writer("changes", write)
