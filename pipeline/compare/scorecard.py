"""The scorecard: how much each signal of a pair counts for each relation; `scorecard.toml` holds the weights."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path

SCORECARD = Path(__file__).with_name("scorecard.toml")


def weighted(weights: Mapping[str, float], signals: Mapping[str, float]) -> float:
    """The constant, and every signal times its weight. The sum is exact: their order changes nothing."""
    return weights[""] + math.fsum(map(mul, map(weights.__getitem__, signals), signals.values()))


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How much each signal counts for each relation."""

    weights: Mapping[str, Mapping[str, float]]  # relation -> signal -> weight; "" is the constant

    def chances(self, signals: Mapping[str, float]) -> dict[str, float]:
        """The probability of each relation; they make 1."""
        sums = {relation: weighted(own, signals) for relation, own in self.weights.items()}
        top = max(sums.values())
        powers = {relation: math.exp(value - top) for relation, value in sums.items()}
        total = math.fsum(powers.values())
        return {relation: round(power / total, 4) for relation, power in powers.items()}


@cache
def scorecard() -> Scorecard:
    """The scorecard that is shipped."""
    return Scorecard(tomllib.loads(SCORECARD.read_text(encoding="utf-8")))
