"""What surrounds the article, one row for a run of neighbours."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.furniture import RULE


def test_furniture(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
