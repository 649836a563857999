"""Headings over questions and answers, and headings that mention some."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.faq_heading import RULE


def test_faq_heading(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
