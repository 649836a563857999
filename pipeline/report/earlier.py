"""The tables of an output, read back from its CSV files."""

import csv
from io import StringIO
from pathlib import Path

from pipeline.report.differences import COMPARED
from pipeline.report.schema import Table
from pipeline.report.succession import Cells


def _rows(table: Table, output: Path) -> list[Cells] | None:
    """None where there is nothing to compare with: no such file, one that is damaged, or from another version."""
    try:
        content = (output / f"{table.name}.csv").read_bytes().decode("utf-8-sig")
        reader = csv.DictReader(StringIO(content, newline=""), restval="", strict=True)
        rows = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error):
        return None
    return rows if reader.fieldnames == [column.name for column in table.columns] else None


def read_tables(output: Path) -> dict[str, list[Cells]]:
    """The compared tables of an output folder by name; those that cannot be read are not there."""
    found = {table.name: _rows(table, output) for table, _ in COMPARED}
    return {name: rows for name, rows in found.items() if rows is not None}
