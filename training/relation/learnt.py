"""What is learnt of a pair: its label, and what the teacher says of it."""

from collections.abc import Sequence

from training.relation.pairs import LABELS, RELATIONS, UNKNOWN, LabelledPair

SMOOTHING = 0.05  # crowd labels are wrong about as often
TAUGHT = 0.5  # share of the teacher's opinion, where somebody has labelled the pair too


def learnt(pair: LabelledPair) -> tuple[list[float], list[float]]:
    """The probabilities of LABELS and of RELATIONS to learn of a pair, all 0 where nobody said.

    >>> learnt(LabelledPair("It rained.", "It was dry.", UNKNOWN, "doc", "", (0.0, 0.1, 0.9, 0.0, 0.1, 0.8, 0.1)))
    ([0.0, 0.1, 0.9], [0.0, 0.1, 0.8, 0.1])
    """
    inferred = smoothed(pair.label, len(LABELS))
    related = smoothed(RELATIONS.index(pair.relation) if pair.relation else UNKNOWN, len(RELATIONS))
    return _with(inferred, pair.opinion[: len(LABELS)]), _with(related, pair.opinion[len(LABELS) :])


def smoothed(label: int, of: int) -> list[float]:
    """What is likely of a label that is mostly right. Method: Szegedy et al., Rethinking Inception (CVPR 2016).

    >>> smoothed(1, 2), smoothed(UNKNOWN, 2)
    ([0.025, 0.975], [0.0, 0.0])
    """
    if label == UNKNOWN:
        return [0.0] * of
    return [SMOOTHING / of + (1 - SMOOTHING) * (label == which) for which in range(of)]


def _with(labelled: list[float], opinion: Sequence[float]) -> list[float]:
    """Method: Hinton et al., Distilling the Knowledge in a Neural Network (2015)."""
    if not opinion or not any(labelled):
        return list(opinion) or labelled
    return [(1 - TAUGHT) * one + TAUGHT * other for one, other in zip(labelled, opinion, strict=True)]
