"""What companies say of themselves under every release, and what articles say of companies."""

from collections.abc import Callable

from pipeline.clean.rule import Rule
from pipeline.clean.rules.company_blurb import RULE


def test_company_blurb(check_case: Callable[[Rule], None]) -> None:
    check_case(RULE)
