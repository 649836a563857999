"""Direction: whether a claim tells of more or of less, "rose", "up 4 per cent", "a fifth fewer than"."""

import re

from pipeline.compare.antonyms import DOWN, UP
from pipeline.compare.rule import Pair
from pipeline.records import Claim

_BY = r"(?=\ (?:by\ |from\ |to\ )?(?:about\ |some\ |nearly\ )?[\d$€£]|\ on\b|\ slightly|\ sharply)"
_BEFORE = r"(?=\ than\ (?:in|a\ year|last)\b)"
_MORE = re.compile(
    rf"\bup{_BY}|\bmore{_BEFORE}|\b(?:higher|bigger|larger|stronger|heavier|better)\ than\b", re.IGNORECASE | re.VERBOSE
)
_LESS = re.compile(
    rf"""\bdown{_BY}|\b(?:less|fewer){_BEFORE}|\b(?:lower|smaller|weaker|lighter|worse)\ than\b
    |\blo(?:st|ses|sing)\ [\w.,]+(?:\ per\ ?cent|%)""",
    re.IGNORECASE | re.VERBOSE,
)


def direction(claim: Claim) -> int:
    """1 for more, -1 for less, 0 for neither or both."""
    terms = set(claim.statement.terms)
    more = bool(UP & terms) or bool(_MORE.search(claim.text))
    less = bool(DOWN & terms) or bool(_LESS.search(claim.text))
    return more - less


def other_way(pair: Pair) -> bool:
    """Whether one tells of more and the other of less."""
    return direction(pair.a) * direction(pair.b) < 0
