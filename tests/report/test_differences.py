from typing import Any

import pytest

from pipeline.report.differences import COMPARED, differences
from tests.tables import load

COLUMNS = {table.name: [column.name for column in table.columns] for table, _ in COMPARED}


def filled(tables: dict[str, list[dict[str, str]]]) -> dict[str, list[dict[str, str]]]:
    unknown = [(name, cell) for name, rows in tables.items() for row in rows for cell in row.keys() - {*COLUMNS[name]}]
    assert unknown == []
    return {name: [dict.fromkeys(COLUMNS[name], "") | row for row in rows] for name, rows in tables.items()}


@pytest.mark.parametrize("case", load("report/differences"))
def test_what_is_told(case: dict[str, Any]) -> None:
    found = differences(filled(case.get("before", {})), filled(case.get("after", {})))
    told = [
        [row.what, row.id, row.change, *(f"{cell.column}: {cell.before} > {cell.after}" for cell in row.cells)]
        for row in found
    ]
    assert told == case["told"]


@pytest.mark.parametrize("case", load("report/differences"))
def test_there_and_back(case: dict[str, Any]) -> None:
    """What came one way went the other, and what changed changed back."""
    before, after = filled(case.get("before", {})), filled(case.get("after", {}))
    opposite = {"added": "removed", "removed": "added", "changed": "changed"}
    there = [(row.what, opposite[row.change], len(row.cells)) for row in differences(before, after)]
    back = [(row.what, row.change, len(row.cells)) for row in differences(after, before)]
    assert sorted(back) == sorted(there)
