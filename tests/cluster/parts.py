"""Tables in parts beside those of a run on one machine."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.report.tables import COVERAGE, TABLES

TOLD = {"run.json", "changes.csv"}  # what a run tells of itself, and of the run before


def files(output: Path) -> dict[str, bytes]:
    """What a run writes that is the same for the same input, by relative path."""
    found = (path for path in sorted(output.rglob("*")) if path.is_file() and path.name not in TOLD)
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in found}


def _rows(table: pa.Table) -> list[str]:
    return sorted(map(repr, table.to_pylist()))


def check_parts(tables: Path, output: Path) -> None:
    """The parts of every table together are the table that a run on one machine writes."""
    for table in TABLES:
        if table is not COVERAGE:
            parts = [pq.read_table(part) for part in sorted((tables / table.name).iterdir())]
            whole = pq.read_table(output / "parquet" / f"{table.name}.parquet")
            assert all(part.schema == whole.schema for part in parts), table.name
            assert _rows(pa.concat_tables(parts)) == _rows(whole), table.name
