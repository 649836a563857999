"""The decision: what two claims are to each other, how sure that is, and why.

The rules rule on the pair, the entailment model reads it in both directions, and what else can be seen of it is counted
up in signals. `scorecard.toml` holds how much each signal counts for each relation, fitted on labelled pairs
(training/decision): the highest chance wins, and a conflict has to be likelier than `CONFLICT_FROM`. The findings then
show the words that the decision rests on.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.compare.alignment import Alignment
from pipeline.compare.contrast import conflicting, differing
from pipeline.compare.rule import Pair
from pipeline.compare.ruling import Ruling, rule_on
from pipeline.compare.signals import signals_of
from pipeline.records import Finding, Relation

UNRELATED = "unrelated"
RELATIONS = (*(relation.value for relation in Relation), UNRELATED)
SCORECARD = Path(__file__).with_name("scorecard.toml")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision on a pair with what it rests on; `relation` is None for an unrelated pair, and `reason` says why."""

    relation: Relation | None
    findings: tuple[Finding, ...]
    confidence: float
    reason: str
    alignment: Alignment
    chances: Mapping[str, float]
    apart: bool = False  # unrelated, and never on one side of anything: other times, figures, or a yes and a no


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How much each signal counts for each relation, and the chances from which a relation is believed."""

    weights: Mapping[str, Mapping[str, float]]  # relation -> signal -> weight; "" is the constant
    least: Mapping[str, float]  # relation -> chance

    def chances(self, signals: Mapping[str, float]) -> dict[str, float]:
        """The probability of each relation; they make 1."""
        sums = {
            relation: own[""] + math.fsum(own[name] * value for name, value in signals.items())
            for relation, own in self.weights.items()
        }
        top = max(sums.values())
        powers = {relation: math.exp(value - top) for relation, value in sums.items()}
        total = math.fsum(powers.values())
        return {relation: round(power / total, 4) for relation, power in powers.items()}


@cache
def scorecard() -> Scorecard:
    """The scorecard that is shipped."""
    table = tomllib.loads(SCORECARD.read_text(encoding="utf-8"))
    return Scorecard({relation: table[relation] for relation in RELATIONS}, table["least"])


def _choice(chances: Mapping[str, float], least: Mapping[str, float]) -> str:
    """The likeliest of the relations that are likely enough to be believed; else unrelated."""
    believed = [relation for relation in RELATIONS if chances[relation] >= least.get(relation, 0)]
    return max(believed, key=lambda relation: chances[relation], default=UNRELATED)


def _findings(pair: Pair, ruling: Ruling, relation: Relation) -> tuple[Finding, ...]:
    if relation is Relation.AGREE:
        return ()
    if ruling.relation is relation:
        return ruling.findings
    return conflicting(pair) if relation is Relation.CONFLICT else differing(pair)


def judge(pair: Pair) -> Verdict:
    """The relation of two claims. Symmetric: the same for (b, a), with the evidence exchanged."""
    ruling = rule_on(pair)
    chances = scorecard().chances(signals_of(pair, ruling))
    choice = _choice(chances, scorecard().least)
    if choice == UNRELATED:
        reason = ruling.reason or "They are too little alike to be one statement."
        return Verdict(None, (), 0.0, reason, pair.alignment, chances, ruling.apart)
    relation = Relation(choice)
    confidence = round(chances[choice], 2)
    return Verdict(relation, _findings(pair, ruling, relation), confidence, "", pair.alignment, chances)
