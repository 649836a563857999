"""Belief: from which chance the likeliest relation of two claims is believed, and what keeps a conflict from it."""

from collections.abc import Mapping

from pipeline.compare.fit import ALIKE, unclear
from pipeline.compare.guards import both_tell_of_both, other_place
from pipeline.compare.leftover import one_planned, told_apart
from pipeline.compare.probing import DENIAL, FIGURE, TIME
from pipeline.compare.roles import conversely, in_return
from pipeline.compare.rule import Pair, Probed, named
from pipeline.compare.ruling import Ruling
from pipeline.compare.values import dated_apart, years_apart
from pipeline.records import Relation

LIKELY = 0.45  # of an agreement or a difference; four relations are possible: less is hardly better than a guess
SURELY_RELATED = 0.75  # or from this chance of any relation: which it is may be open, that there is one is not
# Of a conflict. On the stories left out of the fit 89% of those called are conflicts from here, and 85% from 0.75.
LEAST = 0.8
# Or from here, where it can be shown: of two much alike, one follows from the other, so likely, if a figure, a time or
# a "not" is made equal, and as they stand the model finds them contrary. Of these 40 in 43 are conflicts on the stories
# left out of the fit. Names are no such thing: on the dev stories of bench/verdicts.py two in three are wrong.
SHOWN_LEAST, SHOWN_EQUAL, SHOWN_BACK, SHOWN_CONTRARY = 0.4, 0.86, 0.7, 0.6
SHOWN = frozenset({FIGURE, TIME, DENIAL})
_PINNED = frozenset({"LAW", "EVENT"})  # two of these are two propositions, whatever else is alike


def _pinned(pair: Pair) -> tuple[set[str], set[str]]:
    """The treaties and events that each names."""
    return named(pair.a, _PINNED), named(pair.b, _PINNED)


def pinned_apart(pair: Pair) -> bool:
    """Whether the two are of two treaties or events, or of two years."""
    a, b = _pinned(pair)
    return bool(a - b and b - a) or (a != b and dated_apart(pair)) or years_apart(pair)


def _two_things(pair: Pair) -> bool:
    """Whether what looks contrary is said of two things, or in return: each and together, "beat" and "lost to"."""
    told = told_apart(pair) or pair.a.statement.certainty is not pair.b.statement.certainty
    return told or bool(unclear(pair)) or in_return(pair) or conversely(pair)


def _shows(probed: Probed) -> bool:
    """Whether the two say one thing but for a figure, a time or a "not"; of two figures both have to say all of it."""
    equal = probed.kind in SHOWN and probed.one >= SHOWN_EQUAL
    return equal and (probed.kind != FIGURE or probed.both >= SHOWN_BACK)


def _is_shown(pair: Pair) -> bool:
    """Whether what sets the two apart can be pointed at, and is all that keeps them from saying one thing."""
    a, b = _pinned(pair)
    alike = pair.alignment.residual >= ALIKE and a == b and not one_planned(pair)
    contrary = max(said.contradicts for said in pair.says) >= SHOWN_CONTRARY
    return alike and contrary and any(_shows(one) for one in pair.probed)


def kept_apart(pair: Pair) -> bool:
    """Whether a treaty, event, year, place or thing of each tells the two apart."""
    return pinned_apart(pair) or other_place(pair) or both_tell_of_both(pair)


def _is_of_one_thing(pair: Pair) -> bool:
    return not (kept_apart(pair) or _two_things(pair))


def is_believed(relation: Relation, chances: Mapping[str, float], pair: Pair, ruling: Ruling) -> bool:
    """Whether the likeliest relation is likely enough; a conflict has to be of one thing, and not ruled out.

    What the rules call a conflict and the model does not is none, nor what they call the news of a later day.
    """
    chance = chances[relation]
    if relation is not Relation.CONFLICT:
        return chance >= LIKELY or sum(chances[one] for one in Relation) >= SURELY_RELATED
    least = SHOWN_LEAST if _is_shown(pair) else LEAST
    ruled_out = ruling.relation is Relation.CONFLICT or any(finding.type == "update" for finding in ruling.findings)
    return chance >= least and not ruled_out and _is_of_one_thing(pair)
