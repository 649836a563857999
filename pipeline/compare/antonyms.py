"""Pairs of words that say the opposite: those of which one denies the other, and those that are both true.

Words of all three kinds stand in like sentences, so that embeddings hold them for alike.
"""

from collections import defaultdict
from collections.abc import Mapping

from pipeline.records import Statement

# Of the same thing at the same time, one denies the other.
_DENYING = """
    rise fall, increase decrease, increase drop, rise drop, grow shrink, gain lose, win lose, accept reject,
    approve reject, grant reject, grant refuse, grant deny, allow ban, permit forbid, allow forbid, support oppose,
    confirm deny, succeed fail, pass fail, raise lower, raise cut, increase cut, increase reduce, acquit convict,
    guilty innocent, alive dead, survive die, stay leave, keep abandon, admit deny, strengthen weaken, improve worsen,
    legal illegal, present absent, safe unsafe, ratify reject, extend terminate, up down, higher lower, more fewer,
    approve ban, allow disallow, for against, with without, before after, first last, early late, public secret,
    unanimous divided
"""
# What begins also ends: both are true, each at its time.
_FOLLOWING = """
    open close, begin end, resume stop, resume halt, resume suspend, build demolish, join leave, arrive depart, buy sell
"""
# Two things side by side: what is said of the one is not said of the other.
_BESIDE = """
    opening closing, arrival departure, north south, east west, northern southern, eastern western, left right,
    old young, old new, large small, man woman, boy girl, son daughter, father mother, brother sister, husband wife,
    adult child, morning evening, day night, upper lower, inner outer, import export, buyer seller, winner loser,
    employer employee, domestic foreign, male female, urban rural
"""


def _table(pairs: str) -> Mapping[str, set[str]]:
    table = defaultdict(set)
    for one, other in (pair.split() for pair in pairs.split(",")):
        table[one].add(other)
        table[other].add(one)
    return table


_DENIES, _FOLLOWS, _STANDS_BESIDE = _table(_DENYING), _table(_FOLLOWING), _table(_BESIDE)


def are_opposites(one: str, other: str) -> bool:
    """Whether two lemmas are opposites of any kind, in either order.

    >>> are_opposites("fall", "rise"), are_opposites("open", "close"), are_opposites("south", "north")
    (True, True, True)
    """
    return any(other in table.get(one, ()) for table in (_DENIES, _FOLLOWS, _STANDS_BESIDE))


def _heads(statement: Statement) -> set[str]:
    """The verb and what is said with it: "rise" and "fall" elsewhere in two sentences are of other things."""
    return {*statement.predicate.split()[:1], *statement.object.lower().split()[-1:]}


def opposed(a: Statement, b: Statement) -> tuple[str, str] | None:
    """The heads of two statements, if one denies the other: ("rise", "fall")."""
    found = sorted((x, y) for x in _heads(a) for y in _heads(b) if y in _DENIES.get(x, ()))
    return found[0] if found else None


def follow(a: Statement, b: Statement) -> bool:
    """Whether one tells of the beginning of something, the other of its end."""
    verbs = a.predicate.partition(" ")[0], b.predicate.partition(" ")[0]
    return verbs[1] in _FOLLOWS.get(verbs[0], ())
