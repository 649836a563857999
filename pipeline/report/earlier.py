"""The tables of an output, read back from its CSV files."""

import csv
from collections.abc import Iterator
from pathlib import Path

from pipeline.report.differences import COMPARED
from pipeline.report.schema import Table
from pipeline.report.succession import Cells

Line = tuple[str, ...]  # the cells of a row
NOT_THERE = (OSError, UnicodeDecodeError, csv.Error)  # no such file, one that is damaged, or from another version


def read_lines(table: Table, output: Path) -> Iterator[Line]:
    """The rows of a table, one at a time. Raises what is in `NOT_THERE`, also behind some of them."""
    with (output / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = csv.reader(file, strict=True)
        columns = [column.name for column in table.columns]
        if next(lines, None) != columns:
            raise csv.Error(f"{table.name} has other columns")
        for line in lines:
            if len(line) != len(columns):
                raise csv.Error(f"line {lines.line_num} of {table.name} is cut off")
            yield tuple(line)


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
