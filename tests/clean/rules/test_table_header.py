"""Rows that name columns, and rows that state something."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.table_header import RULE


def test_table_header(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
