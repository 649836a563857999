"""Hearing: what the entailment model has answered about a pair, as signals beside those that can be seen."""

import math
from collections.abc import Mapping

from pipeline.compare.probing import KINDS
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


def _probed(pair: Pair) -> dict[str, float]:
    """How far the two would say one thing if a figure, a day, a name or a "not" were the same; -1 without such."""
    signals: dict[str, float] = {}
    for kind in KINDS:
        found = [probed for probed in pair.probed if probed.kind == kind]
        signals[f"both, but for a {kind}"] = max((log_odds(probed.both) for probed in found), default=-1.0)
        signals[f"one, but for a {kind}"] = max((log_odds(probed.one) for probed in found), default=-1.0)
    return signals


def _contrary(signals: Mapping[str, float]) -> dict[str, float]:
    """How far two are contrary, and only for a figure, a day, a name or a "not"."""
    contrary = signals["one contradicts"]
    return {f"contrary, but for a {kind}": min(signals[f"one, but for a {kind}"], contrary) for kind in KINDS}


def heard_of(pair: Pair, seen: Mapping[str, float]) -> dict[str, float]:
    """Each signal of what the entailment model has answered; `seen` are those that take none."""
    said = _said(pair)
    crossed = together({**seen, **said}, ("both contradict", "one contradicts"))
    near = "both contradict & similar beside the topic"
    alone = said | _probed(pair)
    return alone | crossed | _contrary(alone) | {near: said["both contradict"] * seen["similar beside the topic"]}
