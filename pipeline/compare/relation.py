"""The decision: what two claims are to each other, how sure that is, and why.

The rules rule on the pair, the entailment model reads it in both directions, and what else can be seen of it is counted
up in signals. `scorecard.toml` holds how much each signal counts for each relation, fitted on labelled pairs
(training/decision): the highest chance wins if it may be believed. The findings then show the words that the decision
rests on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from pipeline.compare.alignment import Alignment
from pipeline.compare.belief import (
    BORNE_OUT,
    is_believed,
    kept_apart,
    least_chance,
    may_conflict,
    pinned_apart,
    points_apart,
)
from pipeline.compare.contrast import conflicting, contrary
from pipeline.compare.differing import differing
from pipeline.compare.entailment import RELATIONS, UNRELATED
from pipeline.compare.fit import fit
from pipeline.compare.guards import other_place
from pipeline.compare.hearing import heard_of
from pipeline.compare.roles import turned_round
from pipeline.compare.rule import Pair
from pipeline.compare.scorecard import scorecard
from pipeline.compare.seeing import Seen, see
from pipeline.compare.values import exactly_same, same_amount
from pipeline.records import Finding, Relation

# How sure an agreement is that the rules alone find between statements in general. It is loose: two texts that tell
# of nothing in particular have no more than that in common (tests/cases/seeds.toml). In explainers left out of the fit
# 8 of 31 such pairs are related, and 1 says one thing.
GENERAL = 0.4
CLOSE_FIT = 0.75  # fit of the closest of those pairs, and half as sure without any: so that close ones are joined first
# What the model has to find of such a pair, unless nearly every word of the one is in the other, for which the model
# has no eye. Of those that nothing else relates on the stories left out, 12 of 56 are related, and 4 of the 34 of which
# less follows.
FOLLOWING, CLASHING, SAME_WORDS = 0.1, 0.5, 0.75
# The least contradiction, in either direction, of a conflict that the rules find: so 85% of 92 are conflicts on the
# stories left out, and 3 of the 25 below.
CONTRARY, RULED = 0.5, 0.85
# Unless that is all in which near copies differ: of 40 such pairs, left out, 39 are conflicts.
PLAIN = ("one change: number", "one change: time")
# The chance of no relation up to which two that look contrary, and not surely enough, are told as a difference where
# the words can be pointed at. On the stories left out 85 in 100 that look so are related, 60 as a conflict.
HARDLY_UNRELATED = 0.2
_UNSURE = "They look contrary, but not surely enough."
_APART = "They are too little alike to be one statement."


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision on a pair with what it rests on; `relation` is None for an unrelated pair, and `reason` says why."""

    relation: Relation | None
    findings: tuple[Finding, ...]
    confidence: float
    reason: str
    alignment: Alignment
    chances: Mapping[str, float]
    apart: bool = False  # never on one side of anything: other times, figures, or a yes and a no
    doubtful: "Verdict | None" = None  # the conflict that it is if another voice bears it out


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair with what the decision rests on."""

    seen: Seen
    signals: Mapping[str, float]  # what can be seen, and what the model has answered
    chances: Mapping[str, float]  # of each relation, by the scorecard

    @property
    def pair(self) -> Pair:
        return self.seen.pair

    @property
    def likeliest(self) -> str:
        return max(RELATIONS, key=lambda relation: self.chances[relation])


def signals_of(seen: Seen) -> dict[str, float]:
    """All that can be seen of a pair that is not word for word the same, and what the model has answered."""
    return {**seen.signals, **heard_of(seen.pair, seen.signals)}


def weigh(seen: Seen) -> Weighed:
    """What the rules, the model and all that can be seen say of a pair; nothing is decided yet."""
    if seen.changes.none:
        return Weighed(seen, {}, {relation: float(relation == Relation.AGREE) for relation in RELATIONS})
    signals = signals_of(seen)
    return Weighed(seen, signals, scorecard().chances(signals))


def is_open(seen: Seen) -> bool:
    """Whether it takes the entailment model to decide: not where nothing sets the two apart, or all does."""
    return not (seen.changes.none or _is_none(seen))


def _is_none(seen: Seen) -> bool:
    """Whether the two are unrelated whatever the model says."""
    return seen.ruling.relation is None and (bool(seen.signals["general"]) or pinned_apart(seen.pair))


def _is_denied(pair: Pair) -> bool:
    """Whether the model finds that neither of two statements in general follows from the other, or that they clash."""
    follows = max(said.entails for said in pair.says)
    clashes = max(said.contradicts for said in pair.says)
    return fit(pair) < SAME_WORDS and (follows < FOLLOWING or clashes > CLASHING)


def _is_contradicted(pair: Pair) -> bool:
    """Whether the model agrees to a conflict that the rules find, which have looked for two things."""
    return max(said.contradicts for said in pair.says) >= CONTRARY


def _is_plain(seen: Seen) -> bool:
    """Whether it does not take the model, which may hold "72 hours" and "seven days" for one, "beat" and "lost to"."""
    return any(seen.signals[change] for change in PLAIN) or seen.changes.denied or turned_round(seen.pair)


def _is_one_figure(seen: Seen) -> bool:
    """Whether near copies differ in nothing but how exactly they give one figure: "1,987", "about 2,000"."""
    if seen.ruling.relation is not Relation.AGREE or not seen.signals["one change: number"]:
        return False
    values = (claim.statement.values for claim in (seen.pair.a, seen.pair.b))
    return any(same_amount(x, y) and not exactly_same(x, y) for x, y in product(*values))


def _is_settled(weighed: Weighed) -> bool:
    """Whether nothing that the model says could relate the two."""
    return weighed.pair.spared or _is_none(weighed.seen)


def _by_rules(weighed: Weighed) -> tuple[Relation, float] | None:
    """The relation where words and rules settle it, and how sure it is."""
    pair, ruled, chances = weighed.pair, weighed.seen.ruling.relation, weighed.chances
    if weighed.seen.changes.none:
        return Relation.AGREE, 1.0
    if ruled is Relation.CONFLICT and (_is_contradicted(pair) or _is_plain(weighed.seen)):
        return Relation.CONFLICT, max(RULED, chances[Relation.CONFLICT])
    return (Relation.AGREE, max(RULED, chances[Relation.AGREE])) if _is_one_figure(weighed.seen) else None


def _decide(weighed: Weighed) -> tuple[Relation, float] | None:
    """The relation and how sure it is; None for an unrelated pair."""
    pair, ruled, chances = weighed.pair, weighed.seen.ruling.relation, weighed.chances
    if (settled := _by_rules(weighed)) or _is_settled(weighed):
        return settled
    choice = weighed.likeliest
    if choice != UNRELATED and is_believed(Relation(choice), chances, pair, weighed.seen.ruling):
        # Which relation it is may be open, and the rules find nothing that differs
        open_which = chances[choice] < least_chance(Relation(choice))
        choice = Relation.AGREE if open_which and ruled is Relation.AGREE else choice
        return Relation(choice), chances[choice]
    if ruled is Relation.AGREE and weighed.seen.signals["general"] and not _is_denied(pair):
        return Relation.AGREE, GENERAL * min(1.0, (1 + fit(pair) / CLOSE_FIT) / 2)
    return None


def _looks_contrary(weighed: Weighed) -> bool:
    """Whether two that are surely related are likeliest a conflict, or cannot agree, and nothing makes it sure."""
    pair, ruled = weighed.pair, weighed.seen.ruling.relation
    clear = not (kept_apart(pair) or other_place(pair) or pair.a.unclear or pair.b.unclear)
    sure = weighed.chances[UNRELATED] <= HARDLY_UNRELATED and ruled is not Relation.CONFLICT
    contrary_ways = weighed.likeliest == Relation.CONFLICT or points_apart(pair)
    return clear and sure and contrary_ways and not _is_settled(weighed)


def _findings(pair: Pair, relation: Relation) -> tuple[Finding, ...]:
    if relation is Relation.AGREE:
        return ()
    return conflicting(pair) if relation is Relation.CONFLICT else differing(pair)


def _doubtful(weighed: Weighed) -> Verdict | None:
    """The conflict that it takes another voice to believe; None for what is none either way."""
    pair, chance = weighed.pair, weighed.chances[Relation.CONFLICT]
    if chance < BORNE_OUT or _is_settled(weighed) or not may_conflict(pair, weighed.seen.ruling):
        return None
    return Verdict(Relation.CONFLICT, conflicting(pair), round(chance, 2), "", pair.alignment, weighed.chances)


def _undecided(weighed: Weighed) -> Verdict:
    """The verdict where no relation is believed: a difference that may be a conflict, or none."""
    pair, ruling, chances = weighed.pair, weighed.seen.ruling, weighed.chances
    doubtful = _doubtful(weighed)
    if _looks_contrary(weighed) and (findings := contrary(pair)):
        chance = sum(chances[one] for one in Relation if one is not Relation.AGREE or points_apart(pair))
        return Verdict(
            Relation.DIFFER, findings, round(chance, 2), "", pair.alignment, chances, apart=True, doubtful=doubtful
        )
    unsure = weighed.likeliest == Relation.CONFLICT
    reason = ruling.reason or (_UNSURE if unsure else _APART)
    apart = ruling.apart or unsure or pinned_apart(pair)
    return Verdict(None, (), 0.0, reason, pair.alignment, chances, apart, doubtful)


def judge(pair: Pair) -> Verdict:
    """The relation of two claims. Symmetric: the same for (b, a), with the evidence exchanged."""
    return verdict_on(see(pair))


def verdict_on(seen: Seen) -> Verdict:
    """The same for a pair that has been looked at already."""
    pair, weighed = seen.pair, weigh(seen)
    decided = _decide(weighed)
    if decided is None:
        return _undecided(weighed)
    relation, confidence = decided
    return Verdict(relation, _findings(pair, relation), round(confidence, 2), "", pair.alignment, weighed.chances)
