"""Every table as CSV that spreadsheets, pandas and DuckDB open as it is, and in which nothing can run.

What is new in them since the run before is told on the way, by their lines.
"""

import csv
import io
import re
from codecs import getincrementalencoder
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.records import Result
from pipeline.report import Writer
from pipeline.report.cells import cut, joined, shown
from pipeline.report.changes import News, changes
from pipeline.report.differences import COMPARED
from pipeline.report.earlier import END
from pipeline.report.pieces import PIECE
from pipeline.report.schema import Column, Row
from pipeline.report.tables import CHANGES, TABLES

# Two characters at least: the polarity "+" or "-" alone is no formula. The wide forms count as signs in East Asian
# versions of Excel, and some programs trim a cell before they look at it.
_FORMULA = re.compile(r"[\t\r\n].|\s*[=+\-@\uff1d\uff0b\uff0d\uff20].", re.DOTALL)


def safe_cell(cell: Any) -> Any:
    """A cell as CSV has it: a list joined with `;`, and text that no spreadsheet runs, breaks or drops."""
    cell = joined(cell)
    if not isinstance(cell, str):
        return cell
    # A letter or a digit begins most cells, and no formula.
    apostrophe = "'" if not cell[:1].isalnum() and _FORMULA.match(cell) else ""
    return cut(apostrophe + shown(cell))


def to_csv(columns: Iterable[Column], rows: Iterable[Row]) -> Iterator[bytes]:
    """UTF-8 with BOM, CRLF, a header row; in pieces, each of whole rows."""
    encoder = getincrementalencoder("utf-8-sig")()  # which writes the BOM once
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator=END)
    writer.writerow([safe_cell(column.name) for column in columns])
    for row in rows:
        # An empty cell needs no look, and of the widest table nearly all are.
        writer.writerow(["" if cell == "" else safe_cell(cell) for cell in row])
        if text.tell() >= PIECE:
            yield encoder.encode(text.getvalue())
            text.seek(0)
            text.truncate()
    yield encoder.encode(text.getvalue())


def write(result: Result, previous: Path | None) -> Iterator[tuple[str, bytes]]:
    news = {table.name: News(table, previous) for table, _ in COMPARED} if previous else {}
    for table in TABLES:
        for piece in to_csv(table.columns_of(result), table.rows(result)):
            if table.name in news:
                news[table.name].see(piece)
            yield f"{table.name}.csv", piece
    for piece in to_csv(CHANGES.columns, changes(news.values())):
        yield f"{CHANGES.name}.csv", piece


WRITER = Writer("csv", write)
