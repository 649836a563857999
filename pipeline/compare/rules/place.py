"""Place: one event, two places. Silent where the same can happen in many places, or one place lies in the other."""

from pipeline.compare.leftover import nothing_else_differs
from pipeline.compare.once import happens_in_one_place
from pipeline.compare.rule import Pair, Rule, whole
from pipeline.records import Claim, Finding, Relation


def _words(places: set[str]) -> tuple[str, ...]:
    """The words of the names of places."""
    return tuple(word for place in places for word in place.split("-"))


def _only(claim: Claim, other: Claim) -> set[str]:
    return set(claim.place_ids) - set(other.entity_ids)


def compare_places(pair: Pair) -> Finding | None:
    """In one place in one, in another in the other."""
    a, b = _only(pair.a, pair.b), _only(pair.b, pair.a)
    if not (a and b) or not happens_in_one_place(pair) or not nothing_else_differs(pair, _words(a | b)):
        return None
    text = f"“{', '.join(sorted(a))}” against “{', '.join(sorted(b))}” for what happens only once."
    return Finding(Relation.CONFLICT, "place", whole(pair.a), whole(pair.b), text)


RULE = Rule("place", compare_places)
