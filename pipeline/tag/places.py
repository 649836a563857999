"""Places: which of many stretches of a text share a place with another one, without a look at each of them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Generic, Protocol, TypeVar


class Stretch(Protocol):
    """Anything from a start to an end: a mention in characters, a span in tokens."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=Stretch)


class Places(Generic[T]):
    """Stretches by each of their places, looked at where one is asked for."""

    def __init__(self, stretches: Iterable[T]) -> None:
        self._stretches = tuple(stretches)

    @cached_property
    def _at(self) -> dict[int, list[T]]:
        at: dict[int, list[T]] = defaultdict(list)
        for stretch in self._stretches:
            for place in range(stretch.start, stretch.end):
                at[place].append(stretch)
        return at

    def __contains__(self, place: int) -> bool:
        return place in self._at

    def shared_with(self, start: int, end: int) -> list[T]:
        """The stretches that have a place in [start, end), each once and in order."""
        if not self._stretches:
            return []
        found = {id(one): one for place in range(start, end) for one in self._at.get(place, ())}
        return list(found.values())
