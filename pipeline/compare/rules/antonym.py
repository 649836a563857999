"""Antonym: one has the opposite of the other's word, "approved" against "rejected"; its type is polarity."""

from pipeline.compare.denial import compare_denial, opposites
from pipeline.compare.rule import Pair, Rule
from pipeline.records import Finding


def compare_antonyms(pair: Pair) -> Finding | None:
    """One affirms what the other denies: {a} against {b}."""
    against = opposites(pair)
    return compare_denial(pair, against) if against else None


RULE = Rule("antonym", compare_antonyms)
