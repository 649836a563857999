"""Facts told in many ways, and the labelled pairs that follow from how they were written.

A fact of `facts/*/*.jsonl` is one point of an invented story: sentences that say exactly it (`core`), it and more
(`more`), less than it (`less`), another version of it (`against`), that and more (`against_more`), and what can be true
beside all of these (`beside`). What two of its sentences are to each other is known from their places: nobody has to
label pairs. Those of `facts/plain` are told plainly, those of `facts/passing` also in passing, by long sentences that
say other things too. Those of `facts/turned` have, beside their core, either another version in nearly the same words
(who beat whom, all and none, up and down to the same figure) or sentences that only look like one. Those of
`facts/otherwise` say one thing, and the other version of it, in wholly different words each time.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product
from pathlib import Path

from training.relation.pairs import SEED, LabelledPair, in_common, one_in

FACTS = Path(__file__).parent / "facts"
HELD_OUT = 5  # one story in this many is never trained on
ENTAILS, OPEN, CONTRADICTS = range(3)
SOME = {ENTAILS: 8, OPEN: 9, CONTRADICTS: 11}  # pairs of a fact by label, where not all are taken
BESIDE = 16  # pairs with what is beside a fact, of some sixty
ACROSS = 8  # pairs with the story's other facts
DRAWN = 60  # pairs across facts of which those with the most words in common are taken

Labelled = tuple[str, str, int, str]  # premise, hypothesis, label, relation if it is known


@dataclass(frozen=True, slots=True)
class Fact:
    """One point of a story. `types` say in what `against` differs."""

    story: str
    topic: str
    types: tuple[str, ...]
    core: tuple[str, ...]
    more: tuple[str, ...]
    less: tuple[str, ...]
    against: tuple[str, ...]
    beside: tuple[str, ...]
    against_more: tuple[str, ...] = ()

    @property
    def held_out(self) -> bool:
        return one_in(HELD_OUT, self.story)

    @property
    def said(self) -> tuple[str, ...]:
        """The sentences from which the fact follows."""
        return self.core + self.more

    @property
    def denied(self) -> tuple[str, ...]:
        """The sentences from which the other version follows."""
        return self.against + self.against_more


def read_facts(*folders: str) -> list[Fact]:
    """The facts in some of the folders, or in all, in the order of their files."""
    lines = (
        line
        for path in sorted(FACTS.glob("*/*.jsonl"))
        if not folders or path.parent.name in folders
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    return [
        Fact(**{name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(line).items()})
        for line in lines
    ]


def _within(fact: Fact) -> Iterator[Labelled]:
    """What the sentences of a fact say about each other; what `less` says of `against` is not known."""
    yield from ((a, b, ENTAILS, "agree") for same in (fact.core, fact.against) for a, b in permutations(same, 2))
    yield from ((a, b, OPEN, "") for same in (fact.more, fact.against_more) for a, b in permutations(same, 2))
    for fuller, barer in ((fact.more, fact.core), (fact.said, fact.less), (fact.against_more, fact.against)):
        yield from ((a, b, ENTAILS, "") for a, b in product(fuller, barer))
        yield from ((b, a, OPEN, "") for a, b in product(fuller, barer))
    yield from _both(product(fact.said, fact.denied), CONTRADICTS, "conflict")


def _both(pairs: Iterable[tuple[str, str]], label: int, relation: str = "") -> Iterator[Labelled]:
    for a, b in pairs:
        yield from ((a, b, label, relation), (b, a, label, relation))


def _beside(fact: Fact, chance: random.Random) -> list[Labelled]:
    pairs = list(product(fact.said + fact.denied, fact.beside))
    return list(_both(chance.sample(pairs, min(BESIDE // 2, len(pairs))), OPEN, "unrelated"))


def _across(fact: Fact, others: Sequence[Fact], chance: random.Random) -> list[Labelled]:
    """With the story's other facts, those that use the same words first; `against` may clash with those too."""
    pairs = [pair for other in others if other is not fact for pair in product(fact.said, other.said)]
    drawn = sorted(chance.sample(pairs, min(DRAWN, len(pairs))), key=lambda pair: -in_common(*pair))
    return list(_both(drawn[: ACROSS // 2], OPEN))


def _some(labelled: Sequence[Labelled], chance: random.Random) -> list[Labelled]:
    """As many of each label as SOME says, or all there are."""
    by_label = {label: [pair for pair in labelled if pair[2] == label] for label in SOME}
    return [pair for label, pairs in by_label.items() for pair in chance.sample(pairs, min(SOME[label], len(pairs)))]


def pairs_of_facts(facts: Sequence[Fact], *, sparing: bool = False) -> list[LabelledPair]:
    """The pairs that facts make, `sparing` some of each; the same in every call."""
    chance, lot = random.Random(SEED), random.Random(SEED)
    by_story: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_story[fact.story].append(fact)
    found: list[LabelledPair] = []
    for fact in facts:
        labelled = [*_within(fact), *_beside(fact, chance), *_across(fact, by_story[fact.story], chance)]
        taken = _some(labelled, lot) if sparing else labelled
        found += [LabelledPair(a, b, label, "facts", relation) for a, b, label, relation in taken]
    return found
