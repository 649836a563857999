"""Actor: who did it to whom is turned round. "A accused B" and "B accused A" cannot be the same event."""

import re

from pipeline.compare.leftover import nothing_else_differs
from pipeline.compare.rule import Pair, Rule, whole
from pipeline.records import Finding, Relation

# What two do together, either may be said to do.
_MUTUAL = frozenset(
    """
    meet marry agree talk negotiate fight trade cooperate collide merge be have share sign discuss draw play face speak
    """.split()
)


def _names(words: str) -> set[str]:
    return set(re.findall(r"[A-Z][\w’'-]+", words)) - {"The", "A", "An"}


def compare_actors(pair: Pair) -> Finding | None:
    """The one who acts in one claim is acted on in the other."""
    a, b = pair.a.statement, pair.b.statement
    if a.predicate != b.predicate or a.predicate in _MUTUAL:
        return None
    swapped = _names(a.subject) & _names(b.object) and _names(b.subject) & _names(a.object)
    if not swapped or _names(a.subject) & _names(b.subject) or not nothing_else_differs(pair):
        return None
    text = f"“{a.subject}” does it in one, “{b.subject}” in the other."
    return Finding(Relation.CONFLICT, "actor", whole(pair.a), whole(pair.b), text)


RULE = Rule("actor", compare_actors)
