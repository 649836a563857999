"""Share bars, and sentences about shares and networks."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.share import RULE


def test_share(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
