"""The tables of cases in tests/cases.

A table holds `[[case]]`s. `why`, or else the text, names the case; `known_failure = true` marks what the pipeline gets
wrong as yet, and the comment behind it says why.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent / "cases"
Case = dict[str, Any]


def load(table: str, key: str = "case") -> list[Any]:
    """The cases of `tests/cases/TABLE.toml` as pytest parameters."""
    rows: list[Case] = tomllib.loads((CASES / f"{table}.toml").read_text(encoding="utf-8"))[key]
    return [
        pytest.param(
            row,
            id=row.get("why") or row.get("text") or " / ".join(row["lines"]),
            marks=pytest.mark.xfail(raises=AssertionError, reason="known failure") if row.get("known_failure") else (),
        )
        for row in rows
    ]
