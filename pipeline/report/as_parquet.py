"""Every table as Parquet: typed, lists as lists, text untouched."""

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.records import Result
from pipeline.report import Writer
from pipeline.report.schema import Row, Table
from pipeline.report.tables import TABLES

CELLS_AT_ONCE = 20_000_000  # some 200 MB; `coverage` has a column an article, and that of a thousand has as many cells
_TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "list": pa.list_(pa.string())}


def _parts(rows: Iterator[Row], size: int) -> Iterator[list[Row]]:
    """The rows, so many at a time; one empty part where there are none."""
    yield list(islice(rows, size))
    while some := list(islice(rows, size)):
        yield some


def parquet(table: Table, result: Result) -> bytes:
    """A table as a file."""
    columns, rows = table.columns_of(result), table.rows(result)
    schema = pa.schema(
        [
            pa.field(column.name, _TYPES[column.type], nullable=False, metadata={"description": column.meaning})
            for column in columns
        ]
    )
    buffer = BytesIO()
    with pq.ParquetWriter(buffer, schema, compression="zstd") as writer:
        for some in _parts(rows, max(1, CELLS_AT_ONCE // len(columns))):
            arrays = [pa.array([row[place] for row in some], field.type) for place, field in enumerate(schema)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
    return buffer.getvalue()


def write(result: Result, _: Path | None) -> Iterator[tuple[str, bytes]]:
    for table in TABLES:
        yield f"parquet/{table.name}.parquet", parquet(table, result)


WRITER = Writer("parquet", write)
