"""Certainty: the same proposition, put more or less surely."""

from pipeline.compare.rule import Pair, Rule, whole
from pipeline.compare.rules.number import both_limit
from pipeline.records import Certainty, Claim, Finding, Mood, Relation

_WORDS = {
    Certainty.CERTAIN: "as certain",
    Certainty.PROBABLE: "as probable",
    Certainty.POSSIBLE: "as possible",
    Certainty.UNCOMMITTED: "without committing itself",
}
_SCALE = tuple(Certainty)
MOST_STEPS = len(_SCALE) - 1
_APART = 2  # steps on FactBank's scale; one step is often only a manner of speaking ("would", "should")


def steps_apart(pair: Pair) -> int:
    """How many steps on FactBank's scale lie between the certainty of the two; at most MOST_STEPS."""
    a, b = (_SCALE.index(claim.statement.certainty) for claim in (pair.a, pair.b))
    return abs(a - b)


def _tells(pair: Pair, claim: Claim) -> bool:
    """Whether a claim tells of something in particular: "talks can fail" is as general as "talks fail"."""
    statement = claim.statement
    return bool(statement.past or statement.values or statement.names or set(claim.entity_ids) - pair.everywhere)


def compare_certainty(pair: Pair) -> Finding | None:
    """One states it {a}, the other {b}."""
    if Mood.FRAGMENT in {pair.a.statement.mood, pair.b.statement.mood}:
        return None  # a list item without a verb is put neither surely nor unsurely
    a, b = pair.a.statement.certainty, pair.b.statement.certainty
    if both_limit(pair):
        return None  # "may have no more than 700" permits, and says nothing of how sure it is
    if steps_apart(pair) < _APART or not (_tells(pair, pair.a) or _tells(pair, pair.b)):
        return None
    text = f"One states it {_WORDS[a]}, the other {_WORDS[b]}."
    return Finding(Relation.DIFFER, "certainty", whole(pair.a), whole(pair.b), text)


RULE = Rule("certainty", compare_certainty)
