"""What is left over when two claims are laid side by side: the words that one has and the other has nothing like.

Two values contradict each other only where nothing else sets the claims apart. "Licensed to carry 150" and "was
carrying 118" differ in more than the number.
"""

from pipeline.compare.rule import Pair, named
from pipeline.compare.values import days

COVERED = 0.85  # of each side's words; below, the dev stories have five pairs of two propositions to one true conflict

_ANCHORS = frozenset({"LAW", "EVENT"})  # one of them has one limit, one toll; a company or person has many figures

# What is planned, allowed or foretold is not what happened.
_NOT_YET = frozenset(
    """
    plan forecast expect license licence capacity target promise aim need demand want poll estimate warn hope seek ask
    pledge propose permit intend schedule predict project projection goal preliminary initial original
    """.split()
)


def _rest(words: tuple[str, ...], but: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words) - frozenset(but)


def nothing_else_differs(pair: Pair, but: tuple[str, ...] = ()) -> bool:
    """Whether the values, the negation or the words in `but` are all that sets the two claims apart."""
    rest_a, rest_b = _rest(pair.alignment.only_a, but), _rest(pair.alignment.only_b, but)
    if (rest_a and rest_b) or (_NOT_YET & (rest_a | rest_b)):
        return False
    if but:
        return not rest_a and not rest_b
    return min(pair.alignment.coverage_a, pair.alignment.coverage_b) >= COVERED


def same_times(pair: Pair) -> bool:
    """Whether both are placed at the same times, or one of them at none: the march of 2019 is not Sunday's."""
    a, b = set(pair.a.statement.times), set(pair.b.statement.times)
    return a <= b or b <= a


def same_predicate(pair: Pair) -> bool:
    """Whether both say that the same is done: "eliminated", "destroyed"."""
    a, b = pair.a.statement.predicate, pair.b.statement.predicate
    return bool(a and b) and (a == b or (a.split()[0], b.split()[0]) in pair.alignment.surely)


def anchored(pair: Pair) -> bool:
    """Whether both name one treaty or event, or one day."""
    a, b = (named(claim, _ANCHORS) for claim in (pair.a, pair.b))
    dates = [{d.low for d in days(claim) if d.low == d.high} for claim in (pair.a, pair.b)]
    return bool(a & b) or bool(dates[0] & dates[1])


def one_sided(pair: Pair) -> bool:
    """Whether at most one of the claims has words that the other has nothing like, and they tell of no plan."""
    a, b = pair.alignment.only_a, pair.alignment.only_b
    return not (a and b) and not _NOT_YET & {*a, *b}
