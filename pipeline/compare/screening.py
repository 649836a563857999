"""Screening: the pairs of which the entailment model could say nothing that matters, so that it is not asked.

Asking is what costs in a run, and six of seven candidates turn out to be unrelated. Before the first question, and
again before the question the other way round, a chance is worked out that the two will be found related, from all that
is known by then. `screen.toml` holds how much each signal counts, fitted to the verdicts of full readings
(training/decision/screen.py). What the rules relate is always asked about, both ways.
"""

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pipeline.compare.entailment import Inference
from pipeline.compare.hearing import log_odds, told
from pipeline.compare.rule import Pair
from pipeline.compare.scorecard import weighted
from pipeline.compare.seeing import Seen

SCREEN = Path(__file__).with_name("screen.toml")
UNASKED, HALF = "before asking", "after one answer"
# The chances from which the first and the second question are asked. Of 22,388 candidates of 161 stories that were left
# out of the fit, 2,177 of them found related by all questions, these ask 47%, and lose 38 differences, 9 agreements and
# a conflict; of the 1,622 that readers call related too, 16.
LEAST = {UNASKED: 0.02, HALF: 0.02}


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    found: dict[str, dict[str, float]] = tomllib.loads(SCREEN.read_text(encoding="utf-8"))
    return found


def _chance(when: str, signals: Mapping[str, float]) -> float:
    """The chance that a full reading finds the two related."""
    return 1 / (1 + math.exp(-weighted(_weights()[when], signals)))


def longer_first(pair: Pair) -> bool:
    """Whether a is read before b in the first question: the longer one is, as it may entail or deny the shorter."""
    a, b = ((len(claim.statement.terms), claim.text) for claim in (pair.a, pair.b))
    return a >= b


def answered(said: Inference) -> dict[str, float]:
    """The signals of the first answer."""
    return {"entails": log_odds(said.entails), "contradicts": log_odds(said.contradicts), **told(said)}


def is_worth_asking(seen: Seen) -> bool:
    """Whether an answer about the pair may come to anything."""
    return seen.ruling.relation is not None or _chance(UNASKED, seen.signals) >= LEAST[UNASKED]


def is_worth_asking_back(seen: Seen, said: Inference) -> bool:
    """Whether, after the first answer, the other one may."""
    return seen.ruling.relation is not None or _chance(HALF, {**seen.signals, **answered(said)}) >= LEAST[HALF]
