"""The difference rules, one file a type, in the order in which their explanations are given.

A conflict of any rule makes the pair a conflict; otherwise any difference makes it differ.
"""

from pipeline.compare.rule import Rule
from pipeline.compare.rules import (
    actor,
    antonym,
    attribution,
    certainty,
    date,
    detail,
    number,
    place,
    polarity,
    scope,
    update,
)

RULES: tuple[Rule, ...] = (
    polarity.RULE,
    antonym.RULE,
    actor.RULE,
    update.RULE,
    number.RULE,
    date.RULE,
    place.RULE,
    certainty.RULE,
    attribution.RULE,
    scope.RULE,
    detail.RULE,
)
