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

import msgspec

from pipeline.errors import Exit, Reject, Stop
from pipeline.progress import Progress, Silent
from pipeline.settings import Settings, worker_count
from pipeline.store import Store
from pipeline.versions import stage_version
from pipeline.workers.outcomes import kept, may_pass, refusal, unkept
from pipeline.workers.pool import Pool

In = TypeVar("In")
Out = TypeVar("Out")

_STOP = b"!"  # in the place of an outcome: the run has to end
_pack = partial(msgspec.msgpack.encode, order="deterministic")  # a set is in another order in every process


def _outcome(function: Callable[..., object], extra: tuple[object, ...], packed: bytes) -> bytes:
    """What the function makes of a packed record, as the store keeps it. Raises `Stop` and `MemoryError`."""
    kind = function.__annotations__[next(iter(function.__annotations__))]
    try:
        return kept(_pack(function(msgspec.msgpack.decode(packed, type=kind), *extra)))
    except (Stop, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever a record brings about becomes a row of rejects.csv
        return kept(refusal(error))


def _done_here(function: Callable[..., object], extra: tuple[object, ...], packed: bytes) -> bytes:
    """Without a worker: the same, and what takes too much memory is refused."""
    try:
        return _outcome(function, extra, packed)
    except MemoryError as error:
        return kept(refusal(error))


def _sent(function: Callable[..., object], extra: tuple[object, ...], packed: bytes) -> bytes:
    """In the worker: the same, with a `Stop` packed too."""
    try:
        return _outcome(function, extra, packed)
    except Stop as stop:
        return _STOP + _pack(stop.args)


def _received(answer: bytes | Exception) -> bytes:
    if isinstance(answer, Exception):
        return kept(refusal(answer))
    if answer.startswith(_STOP):
        what, hint, code = msgspec.msgpack.decode(answer[1:], type=tuple[str, str, Exit])
        raise Stop(what, hint, code)
    return answer


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
        packed = [_pack(item) for item in items]
        seed = _pack((stage_version(stage), function.__qualname__, extra, model))
        keys = [sha256(seed + item).hexdigest() for item in packed]
        known = self.store.get_many(keys)
        todo = {key: item for key, item in zip(keys, packed, strict=True) if key not in known}
        self.fresh[stage] = self.fresh.get(stage, 0) + len(todo)
        self.progress.begin(stage, len(todo))
        try:
            with closing(self._outcomes(function, extra, todo, worth, here=here or self.here)) as outcomes:
                for key, outcome in outcomes:
                    self.progress.advance(stage)
                    known[key] = self._stored(stage, key, outcome)
        finally:
            self.progress.end(stage)
        return [unkept(known[key], result) for key in keys]

    def _outcomes(
        self,
        function: Callable[..., object],
        extra: tuple[object, ...],
        todo: dict[str, bytes],
        worth: int,
        *,
        here: bool,
    ) -> Generator[tuple[str, bytes]]:
        """Each key with its outcome, as they come."""
        if here:
            yield from ((key, _done_here(function, extra, record)) for key, record in todo.items())
            return
        keys = list(todo)
        work = partial(_sent, function, extra)
        with closing(self._pool.outcomes(work, list(todo.values()), worth)) as answers:
            for number, answer in answers:
                yield keys[number], _received(answer)

    def _stored(self, stage: str, key: str, outcome: bytes) -> bytes:
        if may_pass(outcome):
            self.unsettled += 1
        else:
            self.store.put_many([(key, outcome)], stage)
        return outcome

    def close(self) -> None:
        """Ends the processes that work for it."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
