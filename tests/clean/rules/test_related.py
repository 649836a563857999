"""Links to other articles, and sentences that begin like one."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.related import RULE


def test_related(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
