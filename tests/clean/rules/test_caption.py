"""Captions and credits, and sentences about pictures."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.caption import RULE


def test_caption(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
