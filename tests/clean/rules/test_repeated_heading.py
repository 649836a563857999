"""A heading printed twice, and a heading that is used again."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.repeated_heading import RULE


def test_repeated_heading(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
