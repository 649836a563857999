"""Every table as a sheet of one workbook, for those who ask: with filters, and nothing in it that runs.

Text is written as text, whatever it begins with, so that no cell is a formula or a link and none needs an apostrophe.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from shutil import copyfileobj
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipeline.records import Result
from pipeline.report import Writer
from pipeline.report.cells import cut, joined, shown
from pipeline.report.schema import Column, Row
from pipeline.report.tables import CLAIM_GROUPS, CLAIM_PAIRS, CLAIMS, COVERAGE, TABLES

_FIRST = (CLAIM_GROUPS, CLAIM_PAIRS, CLAIMS, COVERAGE)  # what a reader asks first
SHEETS = (*_FIRST, *(table for table in TABLES if table not in _FIRST))

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # of a sheet: Excel's own limits

WIDEST, NARROWEST, LOOKED_AT = 60, 8, 200  # characters, characters, rows
_ABOUT = (Column("table", "string", ""), Column("column", "string", ""), Column("meaning", "string", ""))
_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the earliest day that a ZIP file knows
_OPTIONS = {
    "constant_memory": True,  # 50,000 claims take 5 MB; without it, 490
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def misfit(name: str, rows: int, columns: int) -> str:
    """Why a table of so many rows, and a header, is no sheet, and where it is; empty if it is one."""
    if rows < MOST_ROWS and columns <= MOST_COLUMNS:
        return ""
    return (
        f"This table has {rows:,} rows and {columns:,} columns; a sheet has room for {MOST_ROWS - 1:,} and "
        f"{MOST_COLUMNS:,}. Nothing is left out of {name}.csv and parquet/{name}.parquet."
    )


def _widths(header: Sequence[str], rows: Sequence[Row]) -> Iterator[int]:
    for place, name in enumerate(header):
        longest = max((len(str(row[place])) for row in islice(rows, LOOKED_AT)), default=0)
        yield min(max(longest, len(name) + 3, NARROWEST), WIDEST)  # 3: the button of the filter


def _fill(sheet: Worksheet, header: Sequence[str], rows: Sequence[Row], bold: Format) -> None:
    for place, (name, width) in enumerate(zip(header, _widths(header, rows), strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, bold)
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, place, cut(shown(cell)))
            else:
                sheet.write_number(number, place, cell)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(header) - 1)


def _add(book: Workbook, name: str, columns: Sequence[Column], rows: Sequence[Row], bold: Format) -> None:
    sheet = book.add_worksheet(name)
    if words := misfit(name, len(rows), len(columns)):
        sheet.write_string(0, 0, words)
    else:
        _fill(sheet, [column.name for column in columns], rows, bold)


def _rows(rows: Iterator[tuple[Any, ...]]) -> list[Row]:
    return [tuple(joined(cell) for cell in row) for row in rows]


def _packed_anew(book: BytesIO) -> bytes:
    """The same parts without the dates and permissions of the files that they were on the way."""
    packed = BytesIO()
    with ZipFile(book) as parts, ZipFile(packed, "w") as anew:
        for name in parts.namelist():
            plain = ZipInfo(name, _MADE.timetuple()[:6])
            plain.compress_type = ZIP_DEFLATED
            with parts.open(name) as source, anew.open(plain, "w") as target:
                copyfileobj(source, target)
    return packed.getvalue()


def write(result: Result, _: Path | None) -> Iterator[tuple[str, bytes]]:
    buffer = BytesIO()
    with Workbook(buffer, _OPTIONS) as book:
        book.set_properties({"title": "Tellings", "created": _MADE})
        bold = book.add_format({"bold": True, "bg_color": "#E7E9EC", "bottom": 1})
        for table in SHEETS:
            _add(book, table.name, table.columns_of(result), _rows(table.rows(result)), bold)
        about = [(table.name, column.name, column.meaning) for table in SHEETS for column in table.columns]
        _add(book, "columns", _ABOUT, about, bold)
    yield "tellings.xlsx", _packed_anew(buffer)


WRITER = Writer("xlsx", write, wanted=lambda settings: settings.xlsx)
