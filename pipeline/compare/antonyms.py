"""Pairs of words that say the opposite: those of which one denies the other, and those that are both true.

Words of all three kinds stand in like sentences, so that embeddings hold them for alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pipeline.records import Statement

# More of something, and less: each of the one kind denies each of the other.
UP = frozenset(
    """rise raise increase grow gain climb jump surge soar swell double triple quadruple expand strengthen
    improve""".split()
)
DOWN = frozenset(
    """fall lower reduce cut decrease drop decline slip slide tumble plunge plummet dip shrink dwindle weaken halve
    worsen""".split()
)
# Of the same thing at the same time, one denies the other.
_DENYING = """
    win lose, beat lose, defeat lose, gain lose, accept reject, approve reject, grant reject, grant refuse, grant deny,
    allow ban, permit forbid, allow forbid, support oppose, confirm deny, succeed fail, pass fail, acquit convict,
    guilty innocent, alive dead, survive die, stay leave, keep abandon, admit deny, legal illegal,
    present absent, safe unsafe, ratify reject, extend terminate, up down, higher lower, more fewer, approve ban,
    allow disallow, for against, with without, before after, first last, early late, public secret, unanimous divided
"""
# What begins also ends: both are true, each at its time.
_FOLLOWING = """
    open close, begin end, resume stop, resume halt, resume suspend, build demolish, join leave, arrive depart, buy sell
"""
# Two things side by side: what is said of the one is not said of the other. Some are two places, people or times.
_WHERE = "north south, east west, northern southern, eastern western, left right, upper lower"
_WHO = """
    man woman, boy girl, son daughter, father mother, brother sister, husband wife, buyer seller, winner loser,
    employer employee
"""
_WHEN = "morning evening, day night"
_BESIDE = f"""
    opening closing, arrival departure, old young, old new, large small, adult child, inner outer, import export,
    domestic foreign, male female, urban rural, {_WHERE}, {_WHO}, {_WHEN}
"""


def _table(pairs: str) -> Mapping[str, set[str]]:
    table = defaultdict(set)
    for one, other in (pair.split() for pair in pairs.split(",")):
        table[one].add(other)
        table[other].add(one)
    return table


_CHANGES = ", ".join(f"{up} {down}" for up in UP for down in DOWN)
_DENIES, _FOLLOWS, _STANDS_BESIDE = _table(f"{_DENYING}, {_CHANGES}"), _table(_FOLLOWING), _table(_BESIDE)
_KINDS = {"place": _table(_WHERE), "actor": _table(_WHO), "date": _table(f"{_WHEN}, before after, early late")}


def opposites_of(lemma: str) -> set[str]:
    """Its opposites of any kind.

    >>> sorted(opposites_of("north")), sorted(opposites_of("allow")), opposites_of("herring")
    (['south'], ['ban', 'disallow', 'forbid'], set())
    """
    return set().union(*(table.get(lemma, ()) for table in (_DENIES, _FOLLOWS, _STANDS_BESIDE)))


def are_opposites(one: str, other: str) -> bool:
    """Whether two lemmas are opposites of any kind, in either order.

    >>> are_opposites("fall", "rise"), are_opposites("open", "close"), are_opposites("south", "north")
    (True, True, True)
    """
    return other in opposites_of(one)


def kind_of_opposites(one: str, other: str) -> str:
    """In what two claims differ that have one of two opposites each: place, actor or date, or else polarity.

    >>> kind_of_opposites("south", "north"), kind_of_opposites("son", "daughter"), kind_of_opposites("rise", "fall")
    ('place', 'actor', 'polarity')
    """
    return next((kind for kind, table in _KINDS.items() if other in table.get(one, ())), "polarity")


def _heads(statement: Statement) -> set[str]:
    """The verb and what is said with it: "rise" and "fall" elsewhere in two sentences are of other things."""
    return {*statement.predicate.split()[:1], *statement.object.lower().split()[-1:]}


def _denying(one: Iterable[str], other: Iterable[str]) -> tuple[str, str] | None:
    return min(((x, y) for x in one for y in other if y in _DENIES.get(x, ())), default=None)


def opposed(a: Statement, b: Statement) -> tuple[str, str] | None:
    """The heads of two statements, if one denies the other: ("rise", "fall")."""
    return _denying(_heads(a), _heads(b))


def opposed_besides(a: Statement, b: Statement, only_a: Iterable[str], only_b: Iterable[str]) -> tuple[str, str] | None:
    """The words left over of two statements, if one denies the other: ("guilty", "innocent") of "was found guilty".

    In a subject or an object they tell two things apart: "the public talks", "the secret talks".
    """
    return _denying(set(only_a) - _inside(a), set(only_b) - _inside(b))


def stand_beside(a: Statement, b: Statement) -> bool:
    """Whether the subjects of two statements are two things side by side: "exports", "imports"."""
    return any(y in _STANDS_BESIDE.get(x, ()) for x in a.subject_terms for y in b.subject_terms)


def _inside(statement: Statement) -> set[str]:
    return set(f"{statement.subject} {statement.object}".casefold().split())


def follow(a: Statement, b: Statement) -> bool:
    """Whether one tells of the beginning of something, the other of its end."""
    verbs = a.predicate.partition(" ")[0], b.predicate.partition(" ")[0]
    return verbs[1] in _FOLLOWS.get(verbs[0], ())
