"""Pairs of words of which one denies the other, of the same thing at the same time."""

from pipeline.records import Statement

_PAIRS = """
    rise fall, increase decrease, increase drop, rise drop, grow shrink, gain lose, win lose, accept reject,
    approve reject, grant reject, grant refuse, grant deny, allow ban, permit forbid, allow forbid, support oppose,
    confirm deny, succeed fail, pass fail, raise lower, raise cut, increase cut, increase reduce, acquit convict,
    guilty innocent, alive dead, survive die, open close, begin end, resume stop, resume halt, resume suspend,
    stay leave, keep abandon, admit deny, strengthen weaken, improve worsen, legal illegal, present absent, safe unsafe,
    build demolish, join leave, ratify reject, extend terminate, arrive depart, up down, higher lower, more fewer,
    approve ban, allow disallow, for against, with without, before after, first last, early late, public secret,
    unanimous divided
"""
_OPPOSITE: dict[str, set[str]] = {}
for _pair in _PAIRS.split(","):
    _one, _other = _pair.split()
    _OPPOSITE.setdefault(_one, set()).add(_other)
    _OPPOSITE.setdefault(_other, set()).add(_one)


def are_opposites(one: str, other: str) -> bool:
    """Whether two lemmas are opposites, in either order.

    >>> are_opposites("fall", "rise")
    True
    """
    return other in _OPPOSITE.get(one, ())


def opposed(a: Statement, b: Statement) -> tuple[str, str] | None:
    """The heads of two statements, if one is the opposite of the other: ("rise", "fall").

    Only the predicates and what is said with them count: "rise" and "fall" elsewhere in the sentences are of other
    things.
    """
    heads_a = {a.predicate.split()[0] if a.predicate else "", *(a.object.lower().split()[-1:])}
    heads_b = {b.predicate.split()[0] if b.predicate else "", *(b.object.lower().split()[-1:])}
    found = sorted((x, y) for x in heads_a for y in heads_b if are_opposites(x, y))
    return found[0] if found else None
