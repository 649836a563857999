"""Attribution: the same thing in two mouths, or in one mouth here and stated as fact there."""

import re

from pipeline.compare.rule import Pair, Rule, whole
from pipeline.records import Claim, Finding, Relation

_SMALL = frozenset("the and for who said from his her its their new last".split())


def _words(claim: Claim) -> set[str]:
    source = claim.statement.attribution.source.casefold()
    return {word.rstrip("s") for word in re.findall(r"\w{3,}", source)} - _SMALL


def sources(pair: Pair) -> tuple[set[str], set[str]]:
    """The words that each claim names its source by; two sources without a common word are two."""
    return _words(pair.a), _words(pair.b)


def compare_attribution(pair: Pair) -> Finding | None:
    """{a} says it in one, {b} in the other."""
    a, b = pair.a.statement.attribution.source, pair.b.statement.attribution.source
    if not (a or b) or set.intersection(*sources(pair)):
        return None
    if a and b:
        text = f"“{a}” says it in one, “{b}” in the other."
    else:
        text = f"One gives it as the word of “{a or b}”, the other as its own."
    return Finding(Relation.DIFFER, "attribution", whole(pair.a), whole(pair.b), text)


RULE = Rule("attribution", compare_attribution)
