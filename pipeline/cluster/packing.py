"""Records in a Parquet file, sorted by the part that they go to: a row group a part, so that each is read by itself."""

import json
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

_SCHEMA = pa.schema([pa.field("record", pa.large_binary(), nullable=False)])
_PARTS = b"parts"  # in the file's metadata: the part of each row group


def packed(records: Mapping[int, Sequence[bytes]]) -> bytes:
    """A file of the records for each part; none is empty."""
    parts = sorted(records)
    buffer = BytesIO()
    with pq.ParquetWriter(buffer, _SCHEMA, compression="zstd", use_dictionary=False, write_statistics=False) as writer:
        for part in parts:
            rows = pa.array(records[part], pa.large_binary())
            writer.write_table(pa.Table.from_arrays([rows], schema=_SCHEMA), row_group_size=len(records[part]))
        writer.add_key_value_metadata({_PARTS.decode(): json.dumps(parts)})
    return buffer.getvalue()


def unpacked(file: IO[bytes], part: int | None = None) -> Iterator[bytes]:
    """The records for one part, or all of them."""
    parquet = pq.ParquetFile(file)
    for group, own in enumerate(json.loads(parquet.metadata.metadata[_PARTS])):
        if part is None or own == part:
            for row in parquet.read_row_group(group).column("record"):
                yield row.as_py()
