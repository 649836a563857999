"""What happens only once to a thing: two different dates for it cannot both be right.

A treaty is signed once; a cup is won every year. So only these verbs and nouns let dates contradict each other, and
only for a thing that both claims name.
"""

from pipeline.compare.rule import Pair, named
from pipeline.records import Claim

_ONCE = frozenset(
    """
    sign signing establish establishment found founding create creation form formation set up agree open opening launch
    bear birth die death born ratify ratification adopt adoption expire expiry dissolve dissolution collapse end begin
    start inaugurate invent invention discover discovery abolish kill sink crash erupt strike explode invade annex
    suspend withdraw leave take effect enter force conclude extend resume install build complete publish announce
    introduce happen occur resign swear
    """.split()
)
_SOMEBODY = frozenset({"LAW", "EVENT", "ORG", "PERSON", "PRODUCT"})
FEWEST_MATCHED = 2  # words that have to meet where no name does


def _heads(claim: Claim) -> set[str]:
    return {claim.statement.predicate, claim.statement.predicate.split()[0]} if claim.statement.predicate else set()


def happens_once(pair: Pair) -> bool:
    """Whether both claims tell of one event that can have only one date: the same thing, the same happening."""
    a, b = _heads(pair.a) & _ONCE, _heads(pair.b) & _ONCE
    related = a & b or any((x, y) in pair.alignment.surely for x in a for y in b)
    same_thing = bool(set(pair.a.entity_ids) & set(pair.b.entity_ids)) or len(pair.alignment.surely) >= FEWEST_MATCHED
    return bool(related) and same_thing


def happens_in_one_place(pair: Pair) -> bool:
    """Whether both tell of what can have been in only one place: it happens once, to somebody they name."""
    return happens_once(pair) and bool(named(pair.a, _SOMEBODY) & named(pair.b, _SOMEBODY))
