"""How well chains of mentions are found: MUC, B-cubed, CEAFe, LEA, and the CoNLL mean of the first three.

Vilain et al. 1995; Bagga and Baldwin 1998; Luo 2005; Moosavi and Strube 2016; Pradhan et al. 2014. A chain is a set of
mentions; the chains of a side share none. tests/bench/test_scores.py holds the examples that those papers work out.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

Chain = frozenset[Hashable]
Chains = Collection[Chain]


def chains_of(labels: Iterable[tuple[Hashable, Hashable]]) -> list[Chain]:
    """Chains from pairs of a mention and the name of its chain."""
    found: dict[Hashable, set[Hashable]] = {}
    for mention, chain in labels:
        found.setdefault(chain, set()).add(mention)
    return [frozenset(chain) for chain in found.values()]


def _shared(a: Chains, b: Chains) -> list[tuple[Chain, Counter[int]]]:
    """Each chain of `a`, with how many of its mentions each chain of `b` holds."""
    holder = {mention: i for i, chain in enumerate(b) for mention in chain}
    return [(chain, Counter(holder[m] for m in chain if m in holder)) for chain in a]


def _links(size: int) -> float:
    return size * (size - 1) / 2


def _muc(a: Chains, b: Chains) -> float:
    """The share of the links needed to hold the chains of `a` together that `b` has."""
    found = sum(counts.total() - len(counts) for _, counts in _shared(a, b))
    return found / max(1, sum(len(chain) - 1 for chain in a))


def _b_cubed(a: Chains, b: Chains) -> float:
    """For a mention of `a`, the mean share of its chain that `b` puts with it."""
    found = sum(n * n / len(chain) for chain, counts in _shared(a, b) for n in counts.values())
    return found / max(1, sum(map(len, a)))


def _lea(a: Chains, b: Chains) -> float:
    """The share of each chain's links that `b` has, a chain weighing as much as it has mentions."""
    sizes = [len(chain) for chain in b]
    found = 0.0
    for chain, counts in _shared(a, b):
        if len(chain) == 1:  # a mention alone is a link to itself
            found += any(sizes[i] == 1 for i in counts)
        else:
            found += len(chain) * sum(map(_links, counts.values())) / _links(len(chain))
    return found / max(1, sum(map(len, a)))


def _aligned(a: Chains, b: Chains) -> float:
    """The most that chains put side by side one to one have in common, twice the shared by the sum of their sizes."""
    sizes = [len(chain) for chain in b]
    alike = np.zeros((len(a), len(b)))
    for row, (chain, counts) in enumerate(_shared(a, b)):
        for column, n in counts.items():
            alike[row, column] = 2 * n / (len(chain) + sizes[column])
    return float(alike[linear_sum_assignment(alike, maximize=True)].sum())


def _ceafe(a: Chains, b: Chains) -> float:
    return _aligned(a, b) / max(1, len(a))


Scores = tuple[float, float, float]  # recall, precision, F1
METRICS: dict[str, Callable[[Chains, Chains], float]] = {"MUC": _muc, "B3": _b_cubed, "CEAFe": _ceafe, "LEA": _lea}


def score(metric: str, key: Sequence[Chain], response: Sequence[Chain]) -> Scores:
    """Recall, precision and F1 of one of `METRICS`, each from 0 to 1."""
    recall, precision = METRICS[metric](key, response), METRICS[metric](response, key)
    return recall, precision, 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def all_scores(key: Sequence[Chain], response: Sequence[Chain]) -> dict[str, float]:
    """F1 by metric, with `CoNLL`, the mean of MUC, B-cubed and CEAFe."""
    found = {metric: score(metric, key, response)[2] for metric in METRICS}
    return found | {"CoNLL": sum(found[metric] for metric in ("MUC", "B3", "CEAFe")) / 3}
