"""Legal lines, and sentences about the law."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.legal import RULE


def test_legal(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
