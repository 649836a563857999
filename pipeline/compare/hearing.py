"""Hearing: what the entailment model has answered about a pair, as signals beside those that can be seen."""

import math
from collections.abc import Mapping

from pipeline.compare.entailment import RELATIONS, Inference
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


def _by_inference(said: Inference) -> tuple[float, ...]:
    """The probabilities of the relations as far as one inference tells them: what follows may say the same, or less."""
    follows = said.entails / 2
    return follows, follows, said.contradicts, 1 - said.entails - said.contradicts


def told(said: Inference) -> dict[str, float]:
    """How surely a model puts two texts into each relation; of one that does not, it follows from its inference."""
    chances = said.relations or _by_inference(said)
    return {f"told {name}": log_odds(chance) for name, chance in zip(RELATIONS, chances, strict=True)}


def _told(pair: Pair) -> dict[str, float]:
    """The same of both ways of reading two claims."""
    there, back = (told(said) for said in pair.says)
    return {name: (there[name] + back[name]) / 2 for name in there}


def heard_of(pair: Pair, seen: Mapping[str, float]) -> dict[str, float]:
    """Each signal of what the entailment model has answered; `seen` are those that take none."""
    said = _said(pair) | _told(pair)
    known = {**seen, **said}
    return (
        said
        | together(known, ("both contradict", "one contradicts"))
        | together(known, ("both entail", "one entails"), ("general",))
        | together(known, ("both contradict",), ("similar beside the topic",))
    )
