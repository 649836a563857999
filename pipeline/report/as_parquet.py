"""Every table as Parquet: typed, lists as lists, text untouched."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.records import Result
from pipeline.report import Writer
from pipeline.report.schema import Table
from pipeline.report.tables import TABLES

_TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "list": pa.list_(pa.string())}


def parquet(table: Table, result: Result) -> bytes:
    """A table as a file."""
    columns, rows = table.columns_of(result), list(table.rows(result))
    schema = pa.schema(
        [
            pa.field(column.name, _TYPES[column.type], nullable=False, metadata={"description": column.meaning})
            for column in columns
        ]
    )
    arrays = [pa.array([row[place] for row in rows], field.type) for place, field in enumerate(schema)]
    buffer = BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), buffer, compression="zstd")
    return buffer.getvalue()


def write(result: Result, _: Path | None) -> Iterator[tuple[str, bytes]]:
    for table in TABLES:
        yield f"parquet/{table.name}.parquet", parquet(table, result)


WRITER = Writer("parquet", write)
