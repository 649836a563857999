"""Runs a pure function over records: from the store where it ran before, else in processes that can be killed.

A worker that hangs, crashes or outgrows its memory costs the record that it was at, never the run. The processes are
the run's: each does the work of any stage, and keeps the models that it has loaded.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from types import TracebackType
from typing import Self, TypeVar

from pipeline.errors import Reject
from pipeline.progress import Progress, Silent
from pipeline.settings import Settings, worker_count
from pipeline.store import Store
from pipeline.versions import stage_version
from pipeline.workers.outcomes import may_pass, unkept
from pipeline.workers.pool import Pool
from pipeline.workers.sending import Packed, done_here, pack, received, sent

Out = TypeVar("Out")


@dataclass(frozen=True, slots=True)
class Assignment:
    """`function(item, *extra)` for each of some items, so many of which are `worth` a process more."""

    stage: str
    function: Callable[..., object]
    extra: tuple[object, ...]
    worth: int
    here: bool


@dataclass(slots=True)
class Runner:
    """Where a run's work is done. `here` keeps it in this process: for tests and for work of milliseconds.

    No process is begun before there is work for it. Close it to end them.
    """

    settings: Settings
    store: Store
    progress: Progress = field(default_factory=Silent)
    here: bool = False
    fresh: dict[str, int] = field(default_factory=dict)  # stage -> records that were not in the store
    unsettled: int = 0  # records that could not be done now, and may be another time
    _pool: Pool = field(init=False)

    def __post_init__(self) -> None:
        settings = self.settings
        self._pool = Pool(worker_count(settings), settings.seconds_per_input, settings.memory_per_input_bytes)

    def map(
        self,
        stage: str,
        function: Callable[..., Out],
        items: Sequence[object],
        result: type[Out],
        *,
        extra: tuple[object, ...] = (),
        model: str = "",
        here: bool = False,
        worth: int = 1,
    ) -> list[Out | Reject]:
        """`function(item, *extra)` for each item, in order; a `Reject` stands in the place of what could not be done.

        `function` is a module's own, pure, and annotates its first parameter. `model` is the digest of the weights
        it uses, if any: part of what a stored result is found by. So many items are `worth` a process more.
        """
        seed = pack((stage_version(stage), function.__qualname__, extra, model))
        keys = [sha256(seed + pack(item)).hexdigest() for item in items]
        known = self.store.get_many(keys)
        todo = {key: item for key, item in zip(keys, items, strict=True) if key not in known}
        asked = list(todo)
        work = Assignment(stage, function, extra, worth, here or self.here)
        with closing(self._outcomes(work, list(todo.values()))) as done:
            for at, outcome in done:
                known[asked[at]] = outcome
                if not may_pass(outcome):
                    self.store.put_many([(asked[at], outcome)], stage)
        return [unkept(known[key], result) for key in keys]

    def each(
        self,
        stage: str,
        function: Callable[..., Out],
        items: Sequence[object],
        result: type[Out],
        *,
        extra: tuple[object, ...] = (),
        worth: int = 1,
    ) -> Generator[tuple[int, Out | Reject]]:
        """The number of each item with `function(item, *extra)` or a `Reject`, as they come. None is stored.

        An item is asked for when a process is free for it, so that `items` may make them one by one. Close it to be
        rid of those that are not done.
        """
        with closing(self._outcomes(Assignment(stage, function, extra, worth, self.here), items)) as done:
            for at, outcome in done:
                yield at, unkept(outcome, result)

    def _outcomes(self, work: Assignment, items: Sequence[object]) -> Generator[tuple[int, bytes]]:
        """The number of each item with its outcome, as they come."""
        stage = work.stage
        self.fresh[stage] = self.fresh.get(stage, 0) + len(items)
        self.progress.begin(stage, len(items))
        try:
            with closing(self._answers(work, items)) as answers:
                for at, outcome in answers:
                    self.progress.advance(stage)
                    self.unsettled += may_pass(outcome)
                    yield at, outcome
        finally:
            self.progress.end(stage)

    def _answers(self, work: Assignment, items: Sequence[object]) -> Generator[tuple[int, bytes]]:
        if work.here:
            yield from ((at, done_here(work.function, work.extra, pack(item))) for at, item in enumerate(items))
            return
        send = partial(sent, work.function, work.extra)
        with closing(self._pool.outcomes(send, Packed(items), work.worth)) as answers:
            for at, answer in answers:
                yield at, received(answer)

    def close(self) -> None:
        """Ends the processes that work for it."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
