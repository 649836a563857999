"""What independent articles have at their edges, and what they rightly share."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.boilerplate import RULE


def test_boilerplate(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
