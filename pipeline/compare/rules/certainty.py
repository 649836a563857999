"""Certainty: the same proposition, put more or less surely."""

from pipeline.compare.rule import Pair, Rule, whole
from pipeline.records import Certainty, Finding, Relation

_WORDS = {
    Certainty.CERTAIN: "as certain",
    Certainty.PROBABLE: "as probable",
    Certainty.POSSIBLE: "as possible",
    Certainty.UNCOMMITTED: "without committing itself",
}
# "Can" and "may" are how general statements are made, so that a possible beside a probable says nothing.
_APART = 2  # steps on FactBank's scale


def compare_certainty(pair: Pair) -> Finding | None:
    """One states it {a}, the other {b}."""
    scale = tuple(Certainty)
    a, b = pair.a.statement.certainty, pair.b.statement.certainty
    checkable = pair.a.statement.past or pair.b.statement.past or pair.a.statement.values or pair.b.statement.values
    if abs(scale.index(a) - scale.index(b)) < _APART or not checkable:
        return None
    text = f"One states it {_WORDS[a]}, the other {_WORDS[b]}."
    return Finding(Relation.DIFFER, "certainty", whole(pair.a), whole(pair.b), text)


RULE = Rule("certainty", compare_certainty)
