"""Bylines, and lines that only look like them."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.byline import RULE


def test_byline(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
