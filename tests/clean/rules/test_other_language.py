"""Paragraphs that extraction found to be in another language than their article."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.other_language import RULE


def test_other_language(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
