"""Every table as Parquet: typed, lists as lists, text untouched."""

from collections.abc import Iterator, Sequence
from io import RawIOBase
from itertools import accumulate, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.records import Result
from pipeline.report import Writer
from pipeline.report.pieces import in_pieces
from pipeline.report.schema import Row, Table
from pipeline.report.tables import TABLES

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

CELLS_AT_ONCE = 2_000_000  # some 100 MB where each is a text; `coverage` of a thousand articles has ten times as many
_TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "list": pa.list_(pa.string())}


def _parts(rows: Iterator[Row], size: int) -> Iterator[list[Row]]:
    """The rows, so many at a time; one empty part where there are none."""
    yield list(islice(rows, size))
    while some := list(islice(rows, size)):
        yield some


class _Sink(RawIOBase):
    """A file of which what is written can be taken away: its writer only asks how far it is."""

    def __init__(self) -> None:
        self._written: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        return True

    def write(self, content: "Buffer") -> int:
        self._written.append(bytes(content))
        self._at += len(self._written[-1])
        return len(self._written[-1])

    def tell(self) -> int:
        return self._at

    def taken(self) -> bytes:
        """What has been written since the last time."""
        content = b"".join(self._written)
        self._written.clear()
        return content


def _strings(cells: Sequence[str]) -> pa.Array:
    builder = pa.lib.StringBuilder()
    builder.append_values(cells)
    return builder.finish()


def _numbers(cells: Sequence[float], kind: pa.DataType) -> pa.Array:
    return pa.Array.from_buffers(kind, len(cells), [None, pa.py_buffer(np.array(cells, kind.to_pandas_dtype()))])


def _array(cells: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """The cells of a column. `pa.array` would load pandas, to ask whether they are one of its own."""
    if kind == _TYPES["string"]:
        return _strings(cells)
    if kind == _TYPES["list"]:
        ends = _numbers([0, *accumulate(map(len, cells))], pa.int32())
        return pa.ListArray.from_arrays(ends, _strings([item for cell in cells for item in cell]), type=kind)
    return _numbers(cells, kind)


def parquet(table: Table, result: Result) -> Iterator[bytes]:
    """A table as a file, in pieces."""
    columns, rows = table.columns_of(result), table.rows(result)
    schema = pa.schema(
        [
            pa.field(column.name, _TYPES[column.type], nullable=False, metadata={"description": column.meaning})
            for column in columns
        ]
    )
    sink = _Sink()
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        for some in _parts(rows, max(1, CELLS_AT_ONCE // len(columns))):
            arrays = [_array([row[place] for row in some], field.type) for place, field in enumerate(schema)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            yield sink.taken()
    yield sink.taken()


def write(result: Result, _: Path | None) -> Iterator[tuple[str, bytes]]:
    for table in TABLES:
        for piece in in_pieces(parquet(table, result)):
            yield f"parquet/{table.name}.parquet", piece


WRITER = Writer("parquet", write)
