"""Prompts, and sentences that begin like one."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.call_to_action import RULE


def test_call_to_action(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
