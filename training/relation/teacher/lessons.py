"""What the teacher learns from: labelled pairs of every kind, each once, read both ways at a time."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.relation.pairs import (
    LABELS,
    RELATIONS,
    UNKNOWN,
    LabelledPair,
    WrittenPair,
    read_all_drawn,
    read_public,
    read_written,
)
from training.relation.passes import facts_in

DRAWN = {"agree": 7_000, "differ": 9_000, "conflict": 10_000, "unrelated": 8_000}  # pairs of articles, by relation
WRITTEN, PUBLIC = 10_000, 9_000
FACTS = {"turned": 5_000, "otherwise": 9_000, "newest": 3_000, "passing": 2_500, "plain": 2_500}
TAKEN = 50_000  # of these 75,000, by lot: an hour on two cores


@dataclass(frozen=True, slots=True)
class Lesson:
    """Two claims, what each says of the other (an index of LABELS), and their relation (of RELATIONS), or UNKNOWN."""

    a: str
    b: str
    ab: int
    ba: int
    relation: int

    @property
    def known(self) -> tuple[int, int, int]:
        return self.ab, self.ba, self.relation

    def turned(self) -> "Lesson":
        return Lesson(self.b, self.a, self.ba, self.ab, self.relation)


def lessons(nli: Path) -> list[Lesson]:
    """TAKEN pairs in an order by lot, half of them turned; the same in every call."""
    chance = random.Random("teacher")
    drawn = read_all_drawn()
    found: list[Lesson] = []

    def add(some: Sequence[Lesson], count: int) -> None:
        found.extend(chance.sample(some, min(count, len(some))))

    for relation, count in DRAWN.items():
        add([lesson(pair) for pair in drawn if pair.relation == relation], count)
    add([lesson(pair) for pair in read_written() if not pair.held_out], WRITTEN)
    for folder, count in FACTS.items():
        add(joined(facts_in(folder, sparing=folder not in ("plain", "passing"))), count)
    add(joined(read_public(nli / "train", second_pass=True)), PUBLIC)
    found = [one.turned() if chance.random() < 1 / 2 else one for one in found]
    chance.shuffle(found)
    return found[:TAKEN]


def lesson(pair: WrittenPair) -> Lesson:
    return Lesson(pair.a, pair.b, *map(LABELS.index, (pair.ab, pair.ba)), RELATIONS.index(pair.relation))


def joined(pairs: Iterable[LabelledPair]) -> list[Lesson]:
    """Each two texts once, with what is known of them in either order.

    >>> there = LabelledPair("Two men died.", "Men died.", 0, "doc")
    >>> back = LabelledPair("Men died.", "Two men died.", 1, "doc", "differ")
    >>> joined([there, back])
    [Lesson(a='Two men died.', b='Men died.', ab=0, ba=1, relation=-1)]
    """
    known: dict[tuple[str, str], tuple[int, int]] = {}
    for pair in pairs:
        relation = RELATIONS.index(pair.relation) if pair.relation else UNKNOWN
        known.setdefault((pair.premise, pair.hypothesis), (pair.label, relation))
    found: dict[frozenset[str], Lesson] = {}
    for (a, b), (label, relation) in known.items():
        back, _ = known.get((b, a), (UNKNOWN, UNKNOWN))
        found.setdefault(frozenset((a, b)), Lesson(a, b, label, back, relation))
    return list(found.values())
