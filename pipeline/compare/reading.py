"""Reading: the pairs that the entailment model is asked about, which is the most expensive thing a run does.

It is asked where its answer can decide anything, and about a probe only where the pair itself leaves room for one.
"""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.compare.entailment import Inference, infer, relation_model
from pipeline.compare.probing import Probe, probes_of
from pipeline.compare.relation import is_doubtful, is_open
from pipeline.compare.rule import NEUTRAL, Pair, Probed
from pipeline.errors import Reject
from pipeline.workers import Runner

Texts = tuple[str, str]


def _ask(asked: Iterable[Texts], runner: Runner) -> dict[Texts, tuple[Inference, Inference]]:
    """What the entailment model says of each two texts, both ways; equal ones are asked once."""
    both = set(asked)
    questions = sorted(both | {(b, a) for a, b in both})
    folder = runner.settings.relation_model
    model = relation_model(folder).digest if questions else ""
    answers = runner.map("compare", infer, questions, Inference, extra=(folder,), model=model)
    # A pair that the model cannot take is left open by it.
    said = {
        texts: NEUTRAL if isinstance(answer, Reject) else answer
        for texts, answer in zip(questions, answers, strict=True)
    }
    return {(a, b): (said[a, b], said[b, a]) for a, b in both}


def read_both_ways(pairs: Iterable[Pair], runner: Runner) -> list[Pair]:
    """The pairs with what the entailment model says of them, and of their probes; where that can decide anything."""
    read = list(pairs)
    open_at = [i for i, pair in enumerate(read) if is_open(pair)]
    said = _ask((_texts(read[i]) for i in open_at), runner)
    for i in open_at:
        read[i] = replace(read[i], says=said[_texts(read[i])])
    probes = {i: probes_of(read[i]) for i in open_at if is_doubtful(read[i])}
    answers = _ask((probe.texts for found in probes.values() for probe in found), runner)
    for i, found in probes.items():
        read[i] = replace(read[i], probed=tuple(_probed(probe, answers[probe.texts]) for probe in found))
    return read


def _texts(pair: Pair) -> Texts:
    return pair.a.text, pair.b.text


def _probed(probe: Probe, said: tuple[Inference, Inference]) -> Probed:
    entailed = [inference.entails for inference in said]
    return Probed(probe.kind, min(entailed), max(entailed))
