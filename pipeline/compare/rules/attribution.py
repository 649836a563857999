"""Attribution: the same thing in two mouths, or in one mouth here and stated as fact there."""

import re

from pipeline.compare.rule import Pair, Rule, whole
from pipeline.records import Finding, Relation

_SMALL = frozenset("the and for who said from his her its their new last".split())


def _words(source: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"\w{3,}", source.casefold())} - _SMALL


def compare_attribution(pair: Pair) -> Finding | None:
    """{a} says it in one, {b} in the other."""
    a, b = pair.a.statement.attribution.source, pair.b.statement.attribution.source
    if not (a or b) or _words(a) & _words(b):
        return None
    if a and b:
        text = f"“{a}” says it in one, “{b}” in the other."
    else:
        text = f"One gives it as the word of “{a or b}”, the other as its own."
    return Finding(Relation.DIFFER, "attribution", whole(pair.a), whole(pair.b), text)


RULE = Rule("attribution", compare_attribution)
