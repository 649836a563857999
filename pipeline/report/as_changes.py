"""What is new, gone or different since the run before, row by row."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from pipeline.records import Result
from pipeline.report import Writer
from pipeline.report.as_csv import safe_cell, to_csv
from pipeline.report.schema import Row, Table
from pipeline.report.tables import ARTICLES, CHANGES, CLAIM_GROUPS, CLAIM_PAIRS, CLAIMS, REJECTS

# Each table, and the column that tells a person which row it is.
_COMPARED = (
    (ARTICLES, "title"),
    (CLAIMS, "claim_text"),
    (CLAIM_PAIRS, "explanation"),
    (CLAIM_GROUPS, "statement"),
    (REJECTS, "message"),
)

# What moves or grows in many rows when one article is edited or added, and is no news of the row itself.
_NO_NEWS = {"start", "end", "silent", "summary", "confidence", "check_worthiness"}

Cells = dict[str, str]


def _by_id(table: Table, rows: list[Cells]) -> dict[str, Cells]:
    return {";".join(row[name] for name in table.key): row for row in rows}


def _rows_before(table: Table, previous: Path) -> list[Cells] | None:
    """None where there is nothing to compare with: no such file, one that is damaged, or from another version."""
    try:
        content = (previous / f"{table.name}.csv").read_bytes().decode("utf-8-sig")
        reader = csv.DictReader(StringIO(content, newline=""), restval="", strict=True)
        rows = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error):
        return None
    return rows if reader.fieldnames == [column.name for column in table.columns] else None


def _lines(row: Cells, names: list[str]) -> str:
    return "\n".join(f"{name}: {row[name]}" for name in names)


def _changes(table: Table, headline: str, before: list[Cells], after: list[Cells]) -> Iterator[Row]:
    old, new = _by_id(table, before), _by_id(table, after)
    names = [column.name for column in table.columns if column.name not in _NO_NEWS]
    for key in sorted(old.keys() | new.keys()):
        if key not in old:
            yield table.name, key, "added", "", new[key][headline]
        elif key not in new:
            yield table.name, key, "removed", old[key][headline], ""
        elif differing := [name for name in names if old[key][name] != new[key][name]]:
            yield table.name, key, "changed", _lines(old[key], differing), _lines(new[key], differing)


def _all_changes(result: Result, previous: Path) -> Iterator[Row]:
    for table, headline in _COMPARED:
        before = _rows_before(table, previous)
        if before is None:
            continue
        after = [{name: str(safe_cell(cell)) for name, cell in row.items()} for row in table.records(result)]
        yield from _changes(table, headline, before, after)


def write(result: Result, previous: Path | None) -> Iterator[tuple[str, bytes]]:
    rows = _all_changes(result, previous) if previous else ()
    yield f"{CHANGES.name}.csv", to_csv(CHANGES.columns, rows)


WRITER = Writer("changes", write)
