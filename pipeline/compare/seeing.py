"""Seeing: all that can be told of a pair of claims without the entailment model, worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.compare.changes import Changes, changes
from pipeline.compare.rule import Pair
from pipeline.compare.ruling import Ruling, rule_on
from pipeline.compare.signals import seen_in
from pipeline.records import Relation

_SAME = Ruling(Relation.AGREE, (), "")


@dataclass(frozen=True, slots=True)
class Seen:
    """A pair with what the rules make of it, how its words differ, and the signals that take no model."""

    pair: Pair
    ruling: Ruling
    changes: Changes
    signals: Mapping[str, float]  # none where the two are word for word the same: there is nothing to weigh


def see(pair: Pair) -> Seen:
    """What can be seen of a pair."""
    changed = changes(pair)
    if changed.none:
        return Seen(pair, _SAME, changed, {})
    ruling = rule_on(pair)
    return Seen(pair, ruling, changed, seen_in(pair, ruling, changed))
