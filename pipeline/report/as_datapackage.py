"""The Frictionless description of the CSV files (Tabular Data Package, version 1): types, keys, meaning."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.records import Result
from pipeline.report import Writer
from pipeline.report.schema import Column, Table
from pipeline.report.tables import CHANGES, TABLES


def _field(column: Column) -> dict[str, str]:
    listed = column.type == "list"  # version 1 of the standard has no type for a list joined with ";"
    meaning = f"{column.meaning}. Joined with ;" if listed else column.meaning
    return {"name": column.name, "type": "string" if listed else column.type, "description": meaning}


def _foreign_key(column: Column) -> dict[str, Any]:
    table, _, name = column.refers.partition(".")
    return {"fields": [column.name], "reference": {"resource": table, "fields": [name]}}


def _resource(table: Table, columns: tuple[Column, ...]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
        "schema": {
            "fields": [_field(column) for column in columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(column) for column in columns if column.refers],
        },
    }


def write(result: Result, _: Path | None) -> Iterator[tuple[str, bytes]]:
    package = {
        "profile": "tabular-data-package",
        "name": "tellings",
        "title": "What articles about the same story agree on, where they differ, and where they conflict",
        "resources": [_resource(table, table.columns_of(result)) for table in (*TABLES, CHANGES)],
    }
    yield "datapackage.json", f"{json.dumps(package, ensure_ascii=False, indent=1)}\n".encode()


WRITER = Writer("datapackage", write)
