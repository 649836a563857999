import csv
from collections.abc import Callable
from io import BytesIO, StringIO

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Result
from pipeline.report import as_csv
from pipeline.report.as_csv import WRITER, safe_cell, to_csv
from pipeline.report.rows import CELL_LIMIT
from pipeline.report.schema import Column
from pipeline.report.tables import CHANGES, CLAIMS, TABLES

COLUMNS = (Column("one", "string", ""), Column("two", "string", ""))


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_it_has_bom_header_and_crlf(result: Result) -> None:
    files = dict(WRITER.write(result, None))
    assert set(files) == {f"{table.name}.csv" for table in (*TABLES, CHANGES)}
    assert files["rejects.csv"].startswith(b"\xef\xbb\xbfpath,sha256,bytes,stage,code,message,hint\r\nbroken.pdf,")
    assert files["rejects.csv"].endswith(b"Add a copy with text.\r\n")


def test_pandas_reads_back_what_was_written(result: Result) -> None:
    content = dict(WRITER.write(result, None))["claims.csv"]
    frame = pd.read_csv(BytesIO(content), keep_default_na=False, encoding="utf-8")
    assert list(frame.columns) == [column.name for column in CLAIMS.columns]
    for row, written in zip(frame.to_dict("records"), CLAIMS.records(result), strict=True):
        assert row == written | {name: ";".join(written[name]) for name in ("values", "entity_ids")}


@pytest.mark.parametrize("sign", [*"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20", " =", "\u00a0@", " \n+"])
def test_a_formula_is_text(sign: str) -> None:
    assert safe_cell(f"{sign}1+1").startswith("'")


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("+", "+"),
        ("-", "-"),
        (-3, -3),
        (("=A1", "b;c"), "'=A1;b,c"),
        ("a\r\nb\rc\nd\te", "a\nb\nc\nd\te"),
        ("a\x00b\x1f", "a\ufffdb\ufffd"),
        ("a\ud800b\ufffec\uffff", "a\ufffdb\ufffdc\ufffd"),
        ("x" * CELL_LIMIT, "x" * CELL_LIMIT),
        ("x" * (CELL_LIMIT + 1), "x" * (CELL_LIMIT - 1) + "…"),
        ("=" + "x" * CELL_LIMIT, "'=" + "x" * (CELL_LIMIT - 3) + "…"),
    ],
)
def test_cells(cell: object, safe: object) -> None:
    assert safe_cell(cell) == safe


def test_pieces_are_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [("é", "a,b"), ("=1", 'x"y'), ("", "\n")]
    (whole,) = to_csv(COLUMNS, rows)
    monkeypatch.setattr(as_csv, "PIECE", 4)
    pieces = list(to_csv(COLUMNS, rows))
    assert len(pieces) > len(rows)
    assert b"".join(pieces) == whole


def test_a_table_without_rows_has_its_header(empty: Result) -> None:
    assert dict(WRITER.write(empty, None))["coverage.csv"] == b"\xef\xbb\xbfgroup_id,status,statement\r\n"


def test_articles_cannot_put_formulas_into_cells(make_result: Callable[..., Result]) -> None:
    files = dict(WRITER.write(make_result(title='=HYPERLINK("http://x","y")', explanation="@SUM(1)"), None))
    for content in files.values():
        for row in read(content):
            assert not any(cell.startswith(("=", "@")) for cell in row)


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_round_trip(rows: list[tuple[str, str]]) -> None:
    """What is read back is the safe cell, whatever commas, quotes and line ends are in it."""
    assert read(b"".join(to_csv(COLUMNS, rows))) == [["one", "two"], *([safe_cell(a), safe_cell(b)] for a, b in rows)]
