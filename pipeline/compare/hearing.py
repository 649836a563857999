"""Hearing: what the entailment model has answered about a pair, as signals beside those that can be seen."""

import math
from collections.abc import Mapping

from pipeline.compare.rule import Pair
from pipeline.compare.signals import together

CLIP = 0.01  # probabilities nearer to 0 or 1 are not told apart


def log_odds(probability: float) -> float:
    """In [-1, 1]: the log odds, which add up where probabilities do not."""
    clipped = min(max(probability, CLIP), 1 - CLIP)
    return math.log(clipped / (1 - clipped)) / math.log((1 - CLIP) / CLIP)


def _said(pair: Pair) -> dict[str, float]:
    """What the entailment model says of the two."""
    entails = sorted(log_odds(said.entails) for said in pair.says)
    contradicts = sorted(log_odds(said.contradicts) for said in pair.says)
    return {
        "both entail": entails[0],
        "one entails": entails[1],
        "both contradict": contradicts[0],
        "one contradicts": contradicts[1],
    }


def heard_of(pair: Pair, seen: Mapping[str, float]) -> dict[str, float]:
    """Each signal of what the entailment model has answered; `seen` are those that take none."""
    said = _said(pair)
    known = {**seen, **said}
    return (
        said
        | together(known, ("both contradict", "one contradicts"))
        | together(known, ("both entail", "one entails"), ("general",))
        | together(known, ("both contradict",), ("similar beside the topic",))
    )
