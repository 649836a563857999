"""Precision, recall and F1 of names found, strict and by overlap."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bench.named.collection import Name


@dataclass(slots=True)
class Tally:
    """Names by type. `strict`: the same span and type; `overlap`: the same type, and a character in common."""

    there: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    strict: Counter[str] = field(default_factory=Counter)
    overlap: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Sequence[Name], found: Sequence[Name]) -> None:
        self.there.update(name.type for name in gold)
        self.given.update(name.type for name in found)
        self.strict.update(name.type for name in set(gold) & set(found))
        self.overlap.update(_paired(gold, found))

    def f1(self, kinds: Iterable[str], right: Counter[str]) -> tuple[float, float, float]:
        """Precision, recall and F1 in percent over the given types, with `strict` or `overlap` as what is right."""
        kinds = tuple(kinds)
        there, given, hit = (sum(counts[kind] for kind in kinds) for counts in (self.there, self.given, right))
        return 100 * hit / max(given, 1), 100 * hit / max(there, 1), 200 * hit / max(given + there, 1)


def _paired(gold: Sequence[Name], found: Sequence[Name]) -> Iterable[str]:
    """The type of each name that has a partner of its own: the first one of its type that overlaps it."""
    free = list(found)
    for name in gold:
        partner = next((f for f in free if f.type == name.type and f.start < name.end and name.start < f.end), None)
        if partner:
            free.remove(partner)
            yield name.type
