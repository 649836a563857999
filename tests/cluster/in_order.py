"""The plainest engine: one task after the other, in this process."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Out = TypeVar("Out")


@dataclass(frozen=True)
class InOrder:
    backwards: bool = False  # what comes of it is the same in any order

    def each(self, work: Callable[[int], Out], parts: Sequence[int]) -> Iterator[Out]:
        yield from map(work, reversed(parts) if self.backwards else parts)
