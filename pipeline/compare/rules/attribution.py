"""Attribution: the same thing in two mouths, or in one mouth here and stated as fact there."""

from pipeline.compare.rule import Pair, Rule, whole
from pipeline.records import Finding, Relation


def _heads(source: str) -> set[str]:
    return {word.casefold().strip("’'s.") for word in source.split() if word[0].isupper()} or set(source.casefold().split()[-1:])


def compare_attribution(pair: Pair) -> Finding | None:
    """{a} says it in one, {b} in the other."""
    a, b = pair.a.statement.attribution.source, pair.b.statement.attribution.source
    if not (a or b) or _heads(a) & _heads(b):
        return None
    if a and b:
        text = f"“{a}” says it in one, “{b}” in the other."
    else:
        text = f"One gives it as the word of “{a or b}”, the other as its own."
    return Finding(Relation.DIFFER, "attribution", whole(pair.a), whole(pair.b), text)


RULE = Rule("attribution", compare_attribution)
