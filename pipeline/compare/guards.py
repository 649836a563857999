"""Guards: when two claims that look alike are two propositions. Asked before any rule may speak.

Another year, place, company, treaty or measure makes another proposition, and two propositions cannot contradict
each other.
"""

from collections.abc import Sequence

from pipeline.compare.antonyms import follow
from pipeline.compare.once import happens_in_one_place, happens_once
from pipeline.compare.roles import exchanged_roles, repaid
from pipeline.compare.rule import Pair, named
from pipeline.compare.values import counted_in_both, dated_apart, disjoint
from pipeline.records import Claim, Mood, ValueKind

TELLING_APART = frozenset({"LAW", "EVENT", "ORG", "PERSON", "PRODUCT", "ROLE"})


def _other_subject(pair: Pair) -> bool:
    """Each is about someone the other is not about: the United States left it, Russia left it."""
    a, b = set(pair.a.subject_ids), set(pair.b.subject_ids)
    # a passive without its agent has no subject of its own; the names elsewhere in the sentence stand in
    return bool(a and b) and not a & b and not (a <= set(pair.b.entity_ids) and b <= set(pair.a.entity_ids))


def _other_thing(pair: Pair) -> bool:
    """Each names a treaty, event, body or person that the other does not."""
    a, b = (named(claim, TELLING_APART) for claim in (pair.a, pair.b))
    return bool(a - b) and bool(b - a)


def other_place(pair: Pair) -> bool:
    """Each says where, and not the same where, of what can be in several places: in Tolvik, in Ellmouth."""
    a, b = set(pair.a.place_ids), set(pair.b.place_ids)
    apart = bool(a and b) and not a & b and not (a <= set(pair.b.entity_ids) or b <= set(pair.a.entity_ids))
    return apart and not happens_in_one_place(pair)


def _other_time(pair: Pair) -> bool:
    """Both are placed in time, apart, and it is not one event that two dates are claimed for."""
    if not dated_apart(pair):
        return False
    return not happens_once(pair) or any(disjoint(x, y) for x, y in counted_in_both(pair))


def _words(claim: Claim) -> set[str]:
    """The words of the names that are recognised in a claim."""
    return {word for entity in claim.entity_ids for word in entity.split("-")}


def _other_name(pair: Pair) -> bool:
    """Each has a name that the other has not, and one of them at least is not recognised: Tolvik, Ellmouth."""
    only_a, only_b = set(pair.alignment.only_a), set(pair.alignment.only_b)
    loose_a, loose_b = only_a & set(pair.a.statement.names), only_b & set(pair.b.statement.names)
    known_a, known_b = only_a & _words(pair.a), only_b & _words(pair.b)
    return bool(loose_a and (loose_b or known_b)) or bool(loose_b and known_a)


def _places_and_things(claim: Claim, among: Sequence[str]) -> set[str]:
    """The words among some that are names, and of nobody."""
    people = {word for person in named(claim, frozenset({"PERSON"})) for word in person.split("-")}
    return set(among) & (set(claim.statement.names) | _words(claim)) - people


def both_tell_of_both(pair: Pair) -> bool:
    """Each names a place or thing that the other does not, and both articles tell of both: of Tolvik and of Ellmouth.

    Who it was that did it is another matter: two articles may know the same two people, and take one for the other.
    """
    a = _places_and_things(pair.a, pair.alignment.only_a)
    b = _places_and_things(pair.b, pair.alignment.only_b)
    return bool(a and b) and a | b <= pair.in_both


def _other_rank(pair: Pair) -> bool:
    """The second round is not the third."""
    a = {(v.counted, v.low) for v in pair.a.statement.values if v.kind is ValueKind.ORDINAL}
    b = {(v.counted, v.low) for v in pair.b.statement.values if v.kind is ValueKind.ORDINAL}
    return any(noun == other and rank != rival for noun, rank in a for other, rival in b)


def _other_step(pair: Pair) -> bool:
    """One tells of a beginning, the other of an end: opened, closed."""
    return follow(pair.a.statement, pair.b.statement)


def _other_roles(pair: Pair) -> bool:
    """Each does something to the other, not the same or in return: Varga praised Holm, Holm sued or praised Varga."""
    return exchanged_roles(pair) and (pair.a.statement.predicate != pair.b.statement.predicate or repaid(pair))


def _one_lists(pair: Pair) -> bool:
    """A heading-like list item shares its lead-in's words with many; it has to share its own too."""
    return (
        pair.a.statement.mood is Mood.FRAGMENT or pair.b.statement.mood is Mood.FRAGMENT
    ) and not pair.alignment.matched


GUARDS = (
    ("another subject", _other_subject),
    ("another treaty, event, body or person", _other_thing),
    ("another place", other_place),
    ("another name", _other_name),
    ("another time", _other_time),
    ("another in the order", _other_rank),
    ("a beginning and an end", _other_step),
    ("another deed, the other way round", _other_roles),
    ("nothing in common but the topic", _one_lists),
)


def two_propositions(pair: Pair) -> str:
    """Why the two claims are about different things, or "" where nothing says so."""
    return next((reason for reason, guard in GUARDS if guard(pair)), "")
