"""Parquet: an article a row, under columns with names."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import Reject
from pipeline.extract.unpack import Container, Packed, Part
from pipeline.extract.unpack.inflating import Allowance, damaged
from pipeline.extract.unpack.rows import column_name, row_part
from pipeline.settings import Columns

MARK = b"PAR1"  # the first and the last bytes of such a file
ROWS_AT_ONCE = 256


def _wanted(names: list[str], columns: Columns) -> list[str]:
    """The columns that say anything of an article. Raises `Reject` where two of them have one name, or none is text."""
    known = {column_name(name) for used in (getattr(columns, field) for field in Columns.__slots__) for name in used}
    wanted = [name for name in names if column_name(name) in known]
    called = [column_name(name) for name in wanted]
    if len(set(called)) < len(called):
        raise Reject("repeated_column", "It names a column twice.", "Give each column a name of its own.")
    if not set(called) & {column_name(name) for name in (*columns.text, *columns.html)}:
        hint = f"Call it {' or '.join((*columns.text, *columns.html))}, or name it in pipeline.toml: columns.text."
        raise Reject("no_text_column", "It has no column that holds the articles' text.", hint)
    return wanted


def _plain(value: object) -> object:
    """A day or a time as a text writes it."""
    return value.isoformat() if isinstance(value, date) else value


def _parts(packed: Packed) -> Iterator[Part]:
    try:
        file = pq.ParquetFile(BytesIO(packed.content))
        groups = (file.metadata.row_group(i).total_byte_size for i in range(file.metadata.num_row_groups))
        Allowance(len(packed.content)).take(sum(groups))
        wanted = _wanted(list(file.schema_arrow.names), packed.columns)
        for batch in file.iter_batches(ROWS_AT_ONCE, columns=wanted):
            for row in batch.to_pylist():
                yield row_part({column_name(name): _plain(value) for name, value in row.items()}, packed.columns)
    except (pa.ArrowException, OSError) as error:
        raise damaged() from error


CONTAINER = Container((".parquet",), lambda head: head.startswith(MARK), _parts)
