"""One work and the records that it is to be done on."""

from collections import deque
from dataclasses import dataclass, field
from typing import Protocol

from pipeline.workers.worker import Work, Worker


class Records(Protocol):
    """The records of a work by number; one is asked for when it is its turn."""

    def __len__(self) -> int: ...
    def __getitem__(self, at: int, /) -> bytes: ...


@dataclass(slots=True)
class Errand:
    """One work and its records, by number: those that wait, and those that a process has ended over."""

    work: Work
    records: Records
    worth: int  # so many records are worth a process more
    todo: deque[int] = field(init=False)
    again: deque[int] = field(default_factory=deque)
    died: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.todo = deque(range(len(self.records)))

    def next_for(self, worker: Worker) -> int | None:
        """The record to give it. One that a process has ended over gets a new process."""
        if self.again and not worker.used:
            return self.again.popleft()
        return self.todo.popleft() if self.todo else None
