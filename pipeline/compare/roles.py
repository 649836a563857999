"""Roles: which names act in a claim and which are acted on, and whether two claims exchange them."""

import re

from pipeline.compare.leftover import same_subject
from pipeline.compare.rule import Pair

_ARTICLES = frozenset({"The", "A", "An"})
# What two do together, either may be said to do.
_TOGETHER = frozenset(
    """
    meet marry agree talk negotiate fight trade cooperate collide merge be have share sign discuss draw play face speak
    embrace
    """.split()
)
# And these are done in return: thanks for thanks.
_IN_RETURN = frozenset(
    """
    thank praise congratulate greet visit call write know trust respect like love hate criticise criticize help
    """.split()
)
# The same deed told from either side: who loses is beaten.
_CONVERSE = frozenset(
    map(
        frozenset,
        (
            ("acquire", "sell"),
            ("beat", "lose"),
            ("buy", "sell"),
            ("defeat", "lose"),
            ("hire", "join"),
            ("lend", "borrow"),
            ("send", "receive"),
            ("win", "lose"),
        ),
    )
)


def are_converse(one: str, other: str) -> bool:
    """Whether two verbs tell one deed from either side.

    >>> are_converse("lose", "beat"), are_converse("lose", "find")
    (True, False)
    """
    return frozenset((one, other)) in _CONVERSE


def names_in(words: str) -> set[str]:
    """The capitalised words of a phrase.

    >>> sorted(names_in("The mayor Ilse Varga"))
    ['Ilse', 'Varga']
    """
    return set(re.findall(r"[A-Z][\w’'-]+", words)) - _ARTICLES


def exchanged_roles(pair: Pair) -> bool:
    """Whether who acts in the one is acted on in the other, both ways."""
    a, b = pair.a.statement, pair.b.statement
    swapped = names_in(a.subject) & names_in(b.object) and names_in(b.subject) & names_in(a.object)
    return bool(swapped) and not names_in(a.subject) & names_in(b.subject)


def told_from_both_sides(pair: Pair) -> bool:
    """Whether the verbs of two claims tell one deed from either side, whoever does it: "lost to", "beat"."""
    one, other = (claim.statement.predicate.partition(" ")[0] for claim in (pair.a, pair.b))
    return are_converse(one, other)


def turned_round(pair: Pair) -> bool:
    """Whether one party is on either side of a deed: "Castle lost to Verrin", "Castle beat Verrin"."""
    return told_from_both_sides(pair) and same_subject(pair)


def conversely(pair: Pair) -> bool:
    """Whether both tell one deed, each from its own side: "Castle lost to Verrin", "Verrin beat Castle"."""
    acting, acted = names_in(pair.a.statement.subject), names_in(pair.b.statement.subject)
    return told_from_both_sides(pair) and bool(acting and acted) and not acting & acted


def in_return(pair: Pair) -> bool:
    """Whether roles are exchanged of what may be done both ways, or together: "met", "thanked", "visited"."""
    done = {pair.a.statement.predicate, pair.b.statement.predicate}
    return exchanged_roles(pair) and bool((_TOGETHER | _IN_RETURN) & done)


def repaid(pair: Pair) -> bool:
    """Whether each does to the other what is done in return, which are two deeds: Holt thanked Reyes, Reyes Holt."""
    done = {pair.a.statement.predicate, pair.b.statement.predicate}
    return exchanged_roles(pair) and len(done) == 1 and done <= _IN_RETURN
