"""Polarity: one says that it is so, the other that it is not."""

from pipeline.compare.denial import compare_denial, opposites
from pipeline.compare.rule import Pair, Rule
from pipeline.records import Finding


def compare_polarity(pair: Pair) -> Finding | None:
    """One affirms what the other denies."""
    return compare_denial(pair, None) if opposites(pair) is None else None


RULE = Rule("polarity", compare_polarity)
