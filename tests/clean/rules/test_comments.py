"""Readers' comments, and what ministers comment."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.comments import RULE


def test_comments(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
