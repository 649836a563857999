"""What is new, gone or different since the run before, row by row."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.records import Result
from pipeline.report import Writer
from pipeline.report.as_csv import safe_cell, to_csv
from pipeline.report.differences import COMPARED, Difference, differences
from pipeline.report.earlier import read_tables
from pipeline.report.schema import Row
from pipeline.report.succession import Cells
from pipeline.report.tables import CHANGES


def _written(result: Result) -> dict[str, list[Cells]]:
    """The compared tables as their CSV files will have them."""
    return {
        table.name: [{name: str(safe_cell(cell)) for name, cell in row.items()} for row in table.records(result)]
        for table, _ in COMPARED
    }


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
    found = differences(read_tables(previous), _written(result)) if previous else ()
    yield f"{CHANGES.name}.csv", to_csv(CHANGES.columns, map(_row, found))


WRITER = Writer("changes", write)
