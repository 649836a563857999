from collections.abc import Callable
from io import BytesIO

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from pipeline.records import Result
from pipeline.report import as_parquet
from pipeline.report.as_parquet import WRITER
from pipeline.report.schema import Table
from pipeline.report.tables import CLAIMS, TABLES


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rows_come_back_as_they_are(table: Table, result: Result) -> None:
    content = dict(WRITER.write(result, None))[f"parquet/{table.name}.parquet"]
    rows = [
        {name: tuple(cell) if isinstance(cell, list) else cell for name, cell in row.items()}
        for row in pq.read_table(BytesIO(content)).to_pylist()
    ]
    assert rows == list(table.records(result))


def test_types_hold_without_rows(empty: Result) -> None:
    claims = pq.read_table(BytesIO(dict(WRITER.write(empty, None))["parquet/claims.parquet"]))
    assert claims.num_rows == 0
    assert claims.schema.field("values").type.value_type == pa.string()
    assert claims.schema.field("start").type == pa.int64()
    assert claims.schema.field("check_worthiness").type == pa.float64()


def test_parts_are_one_table(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_parquet, "CELLS_AT_ONCE", 1)
    table = pq.ParquetFile(BytesIO(dict(WRITER.write(result, None))["parquet/claims.parquet"]))
    assert table.metadata.num_row_groups == table.metadata.num_rows == len(list(CLAIMS.rows(result)))


def test_text_is_untouched(make_result: Callable[..., Result]) -> None:
    content = dict(WRITER.write(make_result(title="=1+1\r"), None))["parquet/articles.parquet"]
    assert pq.read_table(BytesIO(content)).column("title")[0].as_py() == "=1+1\r"


def test_same_result_same_bytes(make_result: Callable[..., Result]) -> None:
    assert dict(WRITER.write(make_result(), None)) == dict(WRITER.write(make_result(), None))
