"""The tables of an output, read back from its CSV files."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path

from pipeline.report.differences import COMPARED
from pipeline.report.schema import Table
from pipeline.report.succession import Cells

END = "\r\n"  # of a row, and nowhere in a cell
Line = tuple[str, ...]  # the cells of a row
NOT_THERE = (OSError, UnicodeDecodeError, csv.Error)  # no such file, one that is damaged, or from another version


def read_lines(table: Table, output: Path) -> Iterator[Line]:
    """The rows of a table, one at a time. Raises what is in `NOT_THERE`, also behind some of them."""
    with (output / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = csv.reader(file, strict=True)
        if next(lines, None) != [column.name for column in table.columns]:
            raise csv.Error(f"{table.name} has other columns")
        yield from _whole(table, lines)


def _whole(table: Table, lines: Iterable[list[str]]) -> Iterator[Line]:
    for number, line in enumerate(lines, 1):
        if len(line) != len(table.columns):
            raise csv.Error(f"row {number} of {table.name} is cut off")
        yield tuple(line)


def written_lines(table: Table, output: Path) -> Iterator[str]:
    """The file of a table as it is written: its header, and a line for each row. Raises what is in `NOT_THERE`."""
    with (output / f"{table.name}.csv").open(encoding="utf-8-sig", newline=END) as file:
        yield from (line.removesuffix(END) for line in file)


def parsed(table: Table, lines: Iterable[str]) -> Iterator[Line]:
    """The cells of some of those lines. Raises what is in `NOT_THERE`, also behind some of them."""
    file = StringIO("".join(f"{line}{END}" for line in lines), newline="")
    return _whole(table, csv.reader(file, strict=True))


def named(table: Table, line: Line) -> Cells:
    """A row by column name."""
    return {column.name: cell for column, cell in zip(table.columns, line, strict=True)}


def _rows(table: Table, output: Path) -> list[Cells] | None:
    """None where there is nothing to compare with."""
    try:
        return [named(table, line) for line in read_lines(table, output)]
    except NOT_THERE:
        return None


def read_tables(output: Path) -> dict[str, list[Cells]]:
    """The compared tables of an output folder by name; those that cannot be read are not there."""
    found = {table.name: _rows(table, output) for table, _ in COMPARED}
    return {name: rows for name, rows in found.items() if rows is not None}
