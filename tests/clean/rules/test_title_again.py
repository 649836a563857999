"""The title again, and words that are nearly the title."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.title_again import RULE


def test_title_again(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
