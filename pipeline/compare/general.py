"""General statements: what is said of a subject at large, and not of anything that happened.

Explainers of one subject put everything in the same few words ("talks can be helped or hindered by ..."): there it says
less that two sentences are alike, to a person as to the entailment model.
"""

from pipeline.compare.rule import Pair
from pipeline.compare.values import counts


def both_general(pair: Pair) -> bool:
    """Whether the two have nothing in particular: no figure in either, no name, day or month in both, not the past."""
    claims = pair.a, pair.b
    figures = any(counts(value) and value.high != 1 for claim in claims for value in claim.statement.values)
    shared = set.intersection(*pair.names) or all(claim.statement.times for claim in claims)
    return not figures and not shared and not all(claim.statement.past for claim in claims)
