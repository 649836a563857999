"""Who wrote it, and people of the same trades that an article is about."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.author_blurb import RULE


def test_author_blurb(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
