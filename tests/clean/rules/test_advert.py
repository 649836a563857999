"""Advertising and its labels, and sentences about advertising that stay."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.advert import RULE


def test_advert(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
