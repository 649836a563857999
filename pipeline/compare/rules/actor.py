"""Actor: who did it to whom is turned round. "A accused B" and "B accused A" cannot be the same event."""

from pipeline.compare.leftover import nothing_else_differs
from pipeline.compare.roles import exchanged_roles, in_return
from pipeline.compare.rule import Pair, Rule, whole
from pipeline.records import Finding, Relation


def compare_actors(pair: Pair) -> Finding | None:
    """The one who acts in one claim is acted on in the other."""
    a, b = pair.a.statement, pair.b.statement
    if a.predicate != b.predicate or in_return(pair):
        return None
    if not exchanged_roles(pair) or not nothing_else_differs(pair):
        return None
    text = f"“{a.subject}” does it in one, “{b.subject}” in the other."
    return Finding(Relation.CONFLICT, "actor", whole(pair.a), whole(pair.b), text)


RULE = Rule("actor", compare_actors)
