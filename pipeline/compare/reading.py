"""Reading: the pairs that the entailment model is asked about, which is the most expensive thing a run does.

It is asked where its answer can decide anything, and the second way round only where the first answer leaves that open.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from pipeline.compare.entailment import Inference, infer
from pipeline.compare.relation import is_open
from pipeline.compare.rule import Pair
from pipeline.compare.screening import is_worth_asking, is_worth_asking_back, longer_first
from pipeline.compare.seeing import Seen, see

Texts = tuple[str, str]
Ask = Callable[[Iterable[Texts]], Mapping[Texts, Inference]]  # what the first of each two texts says of the second


class Asked:
    """Asks the entailment model in `folder`, or the shipped one, about what is not among the `known` answers."""

    def __init__(self, folder: str = "", known: Mapping[Texts, Inference] | None = None) -> None:
        self._folder, self._known = folder, known or {}
        self.fresh: dict[Texts, Inference] = {}  # the answers that were not known

    def __call__(self, questions: Iterable[Texts]) -> Mapping[Texts, Inference]:
        """What is said of each question; equal ones are asked once."""
        return {texts: self._said(texts) for texts in set(questions)}

    def _said(self, texts: Texts) -> Inference:
        if texts in self._known:
            return self._known[texts]
        return self.fresh.setdefault(texts, infer(texts, self._folder))


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


def _screened(found: dict[int, Seen], ask: Ask) -> dict[int, Seen]:
    """Those worth asking about both ways; the others are marked as spared in `found`."""
    asked = {i: seen for i, seen in found.items() if is_worth_asking(seen)}
    said = ask(_first(seen.pair) for seen in asked.values())
    worth = {i: seen for i, seen in asked.items() if is_worth_asking_back(seen, said[_first(seen.pair)])}
    found.update((i, _spared(seen)) for i, seen in found.items() if i not in worth)
    return worth


def _answered(found: Mapping[int, Seen], ask: Ask) -> dict[int, Seen]:
    """The pairs with what the model says of them, both ways."""
    said = ask(way for seen in found.values() for way in _both_ways(_texts(seen.pair)))
    return {i: _with(seen, _says(seen.pair, said)) for i, seen in found.items()}


def _says(pair: Pair, said: Mapping[Texts, Inference]) -> Pair:
    there, back = _both_ways(_texts(pair))
    return replace(pair, says=(said[there], said[back]))


def read_seen(pairs: Iterable[Seen], ask: Ask, *, sparing: bool = True) -> list[Seen]:
    """The pairs with what the model says of them; not `sparing`, of every pair that is open."""
    read = dict(enumerate(pairs))
    found = {i: seen for i, seen in read.items() if is_open(seen)}
    worth = _screened(found, ask) if sparing else found
    found |= _answered(worth, ask)
    return list((read | found).values())


def read_both_ways(pairs: Iterable[Pair], ask: Ask, *, sparing: bool = True) -> list[Pair]:
    """The same for pairs that nobody has looked at yet."""
    return [seen.pair for seen in read_seen(map(see, pairs), ask, sparing=sparing)]
