"""The workbook, read back by another library."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.records import Result
from pipeline.report.as_xlsx import MOST_COLUMNS, MOST_ROWS, SHEETS, WRITER, misfit
from pipeline.report.cells import cut, joined, shown
from pipeline.report.tables import TABLES

HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "＝1",
    "{=1+1}",
    "https://example.org/",
    "mailto:a@b",
    "007",
    "1e5",
    " x ",
]


def workbook(result: Result) -> bytes:
    return dict(WRITER.write(result, None))["tellings.xlsx"]


def sheets(result: Result) -> dict[str, Worksheet]:
    book = openpyxl.load_workbook(BytesIO(workbook(result)))
    return {name: book[name] for name in book.sheetnames}


def test_a_sheet_a_table(result: Result) -> None:
    found = sheets(result)
    assert list(found) == [*(table.name for table in SHEETS), "columns"]
    assert set(SHEETS) == set(TABLES)
    for table in SHEETS:
        header, *rows = found[table.name].iter_rows(values_only=True)
        assert list(header) == [column.name for column in table.columns_of(result)]
        written = [tuple(joined(cell) for cell in row) for row in table.rows(result)]
        assert [tuple("" if cell is None else cell for cell in row) for row in rows] == written


def test_filters_and_frozen_headers(result: Result, empty: Result) -> None:
    for made in (result, empty):
        for sheet in sheets(made).values():
            assert sheet.freeze_panes == "B2"
            assert sheet.auto_filter.ref == f"A1:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}"
            assert all(8 <= column.width <= 61 for column in sheet.column_dimensions.values())


@pytest.mark.parametrize("title", HOSTILE)
def test_no_cell_is_a_formula_or_a_link(make_result: Callable[..., Result], title: str) -> None:
    content = workbook(make_result(title=title, burned=f"{title} 44 homes", explanation=title))
    for sheet in openpyxl.load_workbook(BytesIO(content)):
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert not any(cell.hyperlink for cell in cells)
    with ZipFile(BytesIO(content)) as parts:
        for name in parts.namelist():
            part = parts.read(name).decode()
            assert "<f>" not in part
            assert "<f " not in part
            assert "<hyperlink" not in part
    found = sheets(make_result(title=title))["articles"]
    assert found["D2"].value == title
    assert found["D2"].data_type == "s"


def test_what_is_written_can_be_read(make_result: Callable[..., Result]) -> None:
    title = "<b>&amp;\x00\ud83d\ufffe]]> _x0041_ \U0001f600\nline"
    found = sheets(make_result(title=title, explanation="\U0001f600" * 40_000))
    assert found["articles"]["D2"].value.replace("_x005F_", "_") == shown(title)  # which openpyxl leaves escaped
    assert found["claim_pairs"]["K2"].value == cut("\U0001f600" * 40_000)


@pytest.mark.parametrize(
    ("rows", "columns", "fits"),
    [
        (MOST_ROWS - 1, MOST_COLUMNS, True),
        (MOST_ROWS, 3, False),
        (1, MOST_COLUMNS + 1, False),
        (0, 1, True),
    ],
)
def test_a_table_too_large_for_a_sheet(rows: int, columns: int, *, fits: bool) -> None:
    words = misfit("coverage", rows, columns)
    assert (not words) is fits
    if not fits:
        assert f"{rows:,} rows and {columns:,} columns" in words
        assert "coverage.csv" in words


def test_a_table_that_is_too_wide_says_so(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.report.as_xlsx.MOST_COLUMNS", 15)
    found = sheets(result)
    assert found["claims"].max_row == 1
    assert "a sheet has room for 1,048,575 and 15" in found["claims"]["A1"].value
    assert found["articles"]["A2"].value == "a-fire"


def test_the_same_bytes_whatever_the_place(result: Result, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = workbook(result)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    mask = os.umask(0o077)
    try:
        assert workbook(result) == first
    finally:
        os.umask(mask)
