"""Workers that die: the process that is given a task ends at once, the first time that it is given it."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from pipeline.cluster.engine import Engine

Out = TypeVar("Out")


def die_once(mark: Path, work: Callable[[int], Out], part: int) -> Out:
    """The work, done by a process that has not been killed for it."""
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return work(part)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


@dataclass
class Killing:
    """An engine of which a worker is killed at one task of each of some steps."""

    engine: Engine
    steps: frozenset[str]
    marks: Path

    def each(self, work: partial[Out], parts: Sequence[int]) -> Iterator[Out]:
        name = work.args[1].name
        yield from self.engine.each(partial(die_once, self.marks / name, work) if name in self.steps else work, parts)
