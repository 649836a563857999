"""What is new, gone or different since the run before, row by row: told while the tables are written."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from pipeline.report.differences import Difference, differences
from pipeline.report.earlier import END, NOT_THERE, named, parsed, written_lines
from pipeline.report.schema import Row, Table
from pipeline.report.succession import Cells


def _digest(line: str) -> bytes:
    return blake2b(line.encode(), digest_size=16).digest()


class News:
    """The rows of a table that were there before and are not now, and those that are now and were not.

    The others are most of both files: their lines are the same, and only hashes of them are held.
    """

    def __init__(self, table: Table, previous: Path) -> None:
        self._table, self._previous = table, previous
        self._same: set[bytes] = set()
        self._after: list[str] = []
        self._there: set[bytes] | None = None
        with suppress(*NOT_THERE):  # then there is nothing to compare with
            self._there = set(map(_digest, written_lines(table, previous)))

    @property
    def name(self) -> str:
        """Of the table."""
        return self._table.name

    def see(self, piece: bytes) -> None:
        """Some whole lines of the table's file of now, in order."""
        if self._there is None:
            return
        for line in filter(None, piece.decode("utf-8-sig").split(END)):
            if (digest := _digest(line)) in self._there:
                self._same.add(digest)
            else:
                self._after.append(line)

    def rows(self) -> tuple[list[Cells], list[Cells]]:
        """Once all has been seen. Raises what is in `NOT_THERE`."""
        if self._there is None:
            raise FileNotFoundError(self._table.name)
        lines = written_lines(self._table, self._previous)
        before = list(parsed(self._table, (line for line in lines if _digest(line) not in self._same)))
        after = list(parsed(self._table, self._after))
        header = tuple(column.name for column in self._table.columns)
        if header in after:
            if header not in before:
                raise csv.Error(f"{self._table.name} has other columns")
            before.remove(header)
            after.remove(header)
        return [named(self._table, row) for row in before], [named(self._table, row) for row in after]


def changes(news: Iterable[News]) -> Iterator[Row]:
    """The rows of `changes.csv`; a table that was not there, or not whole, is not compared."""
    before: dict[str, list[Cells]] = {}
    after: dict[str, list[Cells]] = {}
    for one in news:
        try:
            before[one.name], after[one.name] = one.rows()
        except NOT_THERE:
            continue
    return map(_row, differences(before, after))


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
