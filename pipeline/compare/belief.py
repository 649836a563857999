"""Belief: from which chance the likeliest relation of two claims is believed, and what keeps a conflict from it."""

import re
from collections.abc import Mapping

from pipeline.compare.antonyms import are_opposites, stand_beside
from pipeline.compare.contrast import pointed
from pipeline.compare.denial import not_yet_then
from pipeline.compare.direction import other_way
from pipeline.compare.fit import unclear
from pipeline.compare.guards import both_tell_of_both, other_place
from pipeline.compare.leftover import measured_apart, of_a_part, one_planned
from pipeline.compare.roles import conversely, in_return, repaid, turned_round
from pipeline.compare.rule import Pair, named
from pipeline.compare.ruling import Ruling
from pipeline.compare.values import counted_in_both, dated_apart, disjoint, years_apart
from pipeline.records import Claim, ClaimKind, Polarity, Relation

LIKELY = 0.45  # of an agreement; four relations are possible: less is hardly better than a guess
# Of a difference, or from this chance of any relation: which it is may be open, that there is one is not. Of the
# differences so called in articles left out 74% are some, of all that are likeliest 56%.
LIKELY_TO_DIFFER, SURELY_RELATED = 0.65, 0.9
# Of a conflict. On the stories left out of the fit 84% of those called are conflicts from here, and 85% from 0.8, which
# finds a seventh less; on the dev stories of bench/verdicts.py 53 of 56 are, and 3 of 106 tempting pairs are so called.
LEAST = 0.75
# Of one that another voice bears out (corroboration.py): of the stories left out, by a model before this one, 34 of 38
# that are added to the 254 of LEAST in whole articles are conflicts, where of all that are as likely 60 in 100 are.
BORNE_OUT = 0.55
_WHOEVER = re.compile(r"[A-Za-z][a-z]+s")  # a subject that is one bare plural
_SINCE = re.compile(r"[Ss]ince (?!then\b)")
_PINNED = frozenset({"LAW", "EVENT"})  # two of these are two propositions, whatever else is alike


def _pinned(claim: Claim) -> set[str]:
    """The treaties and events that it names; what a table row tells, it tells of the one in its first cell."""
    found = named(claim, _PINNED)
    return (claim.kind is ClaimKind.TABLE_ROW and found & set(claim.subject_ids)) or found


def pinned_apart(pair: Pair) -> bool:
    """Whether the two are of two treaties or events, of two years, or of a deed and one in return."""
    a, b = _pinned(pair.a), _pinned(pair.b)
    return bool(a - b and b - a) or (a != b and dated_apart(pair)) or years_apart(pair) or repaid(pair)


def _planned_figure(pair: Pair) -> bool:
    """Whether a figure of what is planned or sought stands against one of what came: nominated for nine, won three."""
    return one_planned(pair) and any(disjoint(x, y) for x, y in counted_in_both(pair))


def _denying_alone(pair: Pair) -> Claim | None:
    """The one of the two that denies, if the other does not."""
    denying = [claim for claim in (pair.a, pair.b) if claim.statement.polarity is Polarity.NEGATIVE]
    return denying[0] if len(denying) == 1 else None


def _denied_since(pair: Pair) -> bool:
    """Whether a denial tells of what came after what the other tells: "since the suspension there was no figure"."""
    denying = _denying_alone(pair)
    return bool(denying and _SINCE.match(denying.quote))


def _turned_twice(pair: Pair) -> bool:
    """Whether one denies of a thing what the other says of its opposite: "was not at the opening", "at the closing"."""
    left = pair.alignment
    turned = any(are_opposites(one, other) for one in left.only_a for other in left.only_b)
    return turned and _denying_alone(pair) is not None


def _two_things(pair: Pair) -> bool:
    """Whether what looks contrary is said of two things, or in return: each and together, "beat" and "lost to"."""
    return (
        measured_apart(pair)
        or stand_beside(pair.a.statement, pair.b.statement)
        or of_a_part(pair)
        or pair.a.statement.certainty is not pair.b.statement.certainty
        or _denied_since(pair)
        or _turned_twice(pair)
        or not_yet_then(pair)
        or bool(unclear(pair))
        or _planned_figure(pair)
        or in_return(pair)
        or conversely(pair)
    )


def _elsewhere(pair: Pair) -> bool:
    """Whether another place makes it another thing: on another day, or of whoever does it: "firefighters trained in".

    Nothing else does: all ten pairs of the stories left out that name two places, and are likely enough to be a
    conflict, are one.
    """
    doers = (claim.statement.subject or claim.text.partition(" ")[0] for claim in (pair.a, pair.b))
    whoever = all(map(_WHOEVER.fullmatch, doers))
    return other_place(pair) and (dated_apart(pair) or whoever)


def kept_apart(pair: Pair) -> bool:
    """Whether a treaty, event, year, place or thing of each tells the two apart."""
    return pinned_apart(pair) or both_tell_of_both(pair) or _elsewhere(pair)


def _by_cells(pair: Pair) -> bool:
    """Whether a row of a table clashes in nothing that can be pointed at: its cells tell several things."""
    return ClaimKind.TABLE_ROW in {pair.a.kind, pair.b.kind} and not pointed(pair)


def _is_of_one_thing(pair: Pair) -> bool:
    return not (kept_apart(pair) or _two_things(pair) or _by_cells(pair))


def points_apart(pair: Pair) -> bool:
    """Whether one rises and one falls, or one party wins and loses: no two that agree, whatever the model says.

    On the stories left out it takes two such for one, "increased to 1.94 billion" and "slipped to 1.94 billion"; both
    are conflicts.
    """
    return other_way(pair) or turned_round(pair)


def may_conflict(pair: Pair, ruling: Ruling) -> bool:
    """Whether two are of one thing, and no conflict is ruled out.

    What the rules call a conflict and the model does not is none, nor what they call the news of a later day.
    """
    ruled_out = ruling.relation is Relation.CONFLICT or any(finding.type == "update" for finding in ruling.findings)
    return not ruled_out and _is_of_one_thing(pair)


def least_chance(relation: Relation) -> float:
    """From which an agreement or a difference is believed."""
    return LIKELY if relation is Relation.AGREE else LIKELY_TO_DIFFER


def is_believed(relation: Relation, chances: Mapping[str, float], pair: Pair, ruling: Ruling) -> bool:
    """Whether the likeliest relation is likely enough; a conflict has to be possible as well, an agreement too."""
    chance = chances[relation]
    if relation is Relation.AGREE and (ruling.relation is Relation.CONFLICT or points_apart(pair)):
        return False
    if relation is not Relation.CONFLICT:
        return chance >= least_chance(relation) or sum(chances[one] for one in Relation) >= SURELY_RELATED
    return chance >= LEAST and may_conflict(pair, ruling)
