"""What hangs together: things in sets that never overlap, joined two by two (Galler and Fischer 1964)."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", int, str)


class DisjointSets(Generic[Thing]):
    """Things in sets; each thing is alone until it is joined, and the smallest of a set is its head.

    >>> families = DisjointSets[str]()
    >>> families.join("c", "b"), families.join("b", "a"), families.join("a", "c")
    (True, True, False)
    >>> families.head("c"), families.head("d")
    ('a', 'd')
    >>> families.of("dbc")
    [['d'], ['b', 'c']]
    """

    def __init__(self) -> None:
        self._above: dict[Thing, Thing] = {}

    def head(self, thing: Thing) -> Thing:
        """The smallest of the things that are in its set."""
        while (above := self._above.get(thing, thing)) != thing:
            self._above[thing] = self._above.get(above, above)  # so that the way is shorter the next time
            thing = above
        return thing

    def join(self, one: Thing, other: Thing) -> bool:
        """Makes one set of the sets of two things; whether they were apart."""
        low, high = sorted((self.head(one), self.head(other)))
        self._above[high] = low
        return low != high

    def of(self, things: Iterable[Thing]) -> list[list[Thing]]:
        """The things in their sets, in the order in which they come."""
        members: dict[Thing, list[Thing]] = defaultdict(list)
        for thing in things:
            members[self.head(thing)].append(thing)
        return list(members.values())
