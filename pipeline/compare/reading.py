"""Reading: the pairs that the entailment model is asked about, which is the most expensive thing a run does.

It is asked where its answer can decide anything, the second way round only where the first answer leaves that open, and
about a probe only where the pair itself leaves room for one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipeline.compare.entailment import Inference, infer, relation_digest
from pipeline.compare.probing import Probe, probes_of
from pipeline.compare.relation import is_doubtful, is_open
from pipeline.compare.rule import NEUTRAL, Pair, Probed
from pipeline.compare.screening import is_worth_asking, is_worth_asking_back, longer_first
from pipeline.compare.seeing import Seen, see
from pipeline.errors import Reject
from pipeline.onnx import WORTH
from pipeline.workers import Runner

Texts = tuple[str, str]


def _ask(asked: Iterable[Texts], runner: Runner) -> dict[Texts, Inference]:
    """What the entailment model says of each two texts, the first read before the second; equal ones are asked once."""
    questions = sorted(set(asked))
    folder = runner.settings.relation_model
    model = relation_digest(folder) if questions else ""
    answers = runner.map("compare", infer, questions, Inference, extra=(folder,), model=model, worth=WORTH)
    # A pair that the model cannot take is left open by it.
    return {
        texts: NEUTRAL if isinstance(answer, Reject) else answer
        for texts, answer in zip(questions, answers, strict=True)
    }


def _both_ways(texts: Texts) -> tuple[Texts, Texts]:
    return texts, texts[::-1]


def _texts(pair: Pair) -> Texts:
    return pair.a.text, pair.b.text


def _with(seen: Seen, pair: Pair) -> Seen:
    return replace(seen, pair=pair)


def _spared(seen: Seen) -> Seen:
    return _with(seen, replace(seen.pair, spared=True))


def _first(pair: Pair) -> Texts:
    """The question that is asked first."""
    texts, back = _both_ways(_texts(pair))
    return texts if longer_first(pair) else back


def _screened(found: dict[int, Seen], runner: Runner) -> dict[int, Seen]:
    """Those worth asking about both ways; the others are marked as spared in `found`."""
    asked = {i: seen for i, seen in found.items() if is_worth_asking(seen)}
    said = _ask((_first(seen.pair) for seen in asked.values()), runner)
    worth = {i: seen for i, seen in asked.items() if is_worth_asking_back(seen, said[_first(seen.pair)])}
    found.update((i, _spared(seen)) for i, seen in found.items() if i not in worth)
    return worth


def _answered(found: Mapping[int, Seen], runner: Runner) -> dict[int, Seen]:
    """The pairs with what the model says of them, both ways."""
    said = _ask((way for seen in found.values() for way in _both_ways(_texts(seen.pair))), runner)
    return {i: _with(seen, _says(seen.pair, said)) for i, seen in found.items()}


def _says(pair: Pair, said: Mapping[Texts, Inference]) -> Pair:
    there, back = _both_ways(_texts(pair))
    return replace(pair, says=(said[there], said[back]))


def _probed(found: Mapping[int, Seen], runner: Runner) -> dict[int, Seen]:
    """Those that may be more than unrelated, with what the model says of their probes."""
    probes = {i: probes_of(seen.pair) for i, seen in found.items() if is_doubtful(seen)}
    open_ones = [probe for some in probes.values() for probe in some if probe.texts[0] != probe.texts[1]]
    said = _ask((way for probe in open_ones for way in _both_ways(probe.texts)), runner)
    return {
        i: _with(found[i], replace(found[i].pair, probed=tuple(_told(probe, said) for probe in some)))
        for i, some in probes.items()
    }


def _told(probe: Probe, said: Mapping[Texts, Inference]) -> Probed:
    if probe.texts[0] == probe.texts[1]:
        return Probed(probe.kind, 1.0, 1.0)
    entailed = [said[way].entails for way in _both_ways(probe.texts)]
    return Probed(probe.kind, min(entailed), max(entailed))


def read_seen(pairs: Iterable[Seen], runner: Runner, *, sparing: bool = True) -> list[Seen]:
    """The pairs with what the model says of them and of their probes; not `sparing`, of every pair that is open."""
    read = dict(enumerate(pairs))
    found = {i: seen for i, seen in read.items() if is_open(seen)}
    worth = _screened(found, runner) if sparing else found
    found |= _answered(worth, runner)
    found |= _probed({i: found[i] for i in worth}, runner)
    return list((read | found).values())


def read_both_ways(pairs: Iterable[Pair], runner: Runner, *, sparing: bool = True) -> list[Pair]:
    """The same for pairs that nobody has looked at yet."""
    return [seen.pair for seen in read_seen(map(see, pairs), runner, sparing=sparing)]
