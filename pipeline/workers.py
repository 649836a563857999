"""Runs a pure function over records: from the store where it ran before, else in processes that can be killed.

A worker that hangs, crashes or outgrows its memory costs the record that it was at, never the run.
"""

import importlib
import resource
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from typing import TypeVar

import msgspec
from pebble import ProcessPool

from pipeline.errors import Reject, Stop
from pipeline.outcomes import MAY_PASS, kept, refusal, unkept
from pipeline.progress import Progress, Silent
from pipeline.settings import Settings, worker_count
from pipeline.store import Store
from pipeline.versions import stage_version

In = TypeVar("In")
Out = TypeVar("Out")

_pack = partial(msgspec.msgpack.encode, order="deterministic")  # a set is in another order in every process
_Job = tuple[str, str, tuple[object, ...], bytes]  # module, function, its further arguments, the packed record


def _limit_memory(limit: int) -> None:
    with suppress(ValueError, OSError):  # a lower limit is already set from outside, which serves as well
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _call(job: _Job) -> bytes:
    """In the worker: find the function by name, run it, send the packed result back."""
    module, name, extra, packed = job
    function = getattr(importlib.import_module(module), name)
    kind = function.__annotations__[next(iter(function.__annotations__))]
    return _pack(function(msgspec.msgpack.decode(packed, type=kind), *extra))


@dataclass(slots=True)
class Runner:
    """Where a run's work is done. `here` keeps it in this process: for tests and for work of milliseconds."""

    settings: Settings
    store: Store
    progress: Progress = field(default_factory=Silent)
    here: bool = False
    fresh: dict[str, int] = field(default_factory=dict)  # stage -> records that were not in the store

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
    ) -> list[Out | Reject]:
        """`function(item, *extra)` for each item, in order; a `Reject` stands in the place of what could not be done.

        `function` is a module's own, pure, and annotates its first parameter. `model` is the digest of the weights
        it uses, if any: part of what a stored result is found by.
        """
        packed = [_pack(item) for item in items]
        seed = _pack((stage_version(stage), function.__qualname__, extra, model))
        keys = [sha256(seed + item).hexdigest() for item in packed]
        known = self.store.get_many(keys)
        todo = {key: item for key, item in zip(keys, packed, strict=True) if key not in known}
        self.fresh[stage] = self.fresh.get(stage, 0) + len(todo)
        self.progress.begin(stage, len(todo))
        for key, outcome in zip(todo, self._outcomes(function, extra, list(todo.values()), here=here), strict=True):
            self.progress.advance(stage)
            known[key] = kept(outcome)
            if not (isinstance(outcome, Reject) and outcome.code in MAY_PASS):
                self.store.put_many([(key, known[key])])
        self.progress.end(stage)
        return [unkept(known[key], result) for key in keys]

    def _outcomes(
        self, function: Callable[..., object], extra: tuple[object, ...], packed: list[bytes], *, here: bool
    ) -> Iterator[bytes | Reject]:
        jobs = [(function.__module__, function.__qualname__, extra, item) for item in packed]
        if not jobs:
            return
        if here or self.here:
            yield from map(_locally, jobs)
        else:
            yield from self._in_processes(jobs)

    def _in_processes(self, jobs: Iterable[_Job]) -> Iterator[bytes | Reject]:
        # spawn: a fork would copy this process's threads and open store
        with ProcessPool(
            max_workers=worker_count(self.settings),
            context=get_context("spawn"),
            initializer=_limit_memory,
            initargs=(self.settings.memory_per_input_bytes,),
        ) as pool:
            results = pool.map(_call, jobs, timeout=self.settings.seconds_per_input).result()
            while True:
                try:
                    yield next(results)
                except StopIteration:
                    return
                except Stop:
                    raise
                except Exception as error:  # noqa: BLE001 - whatever a worker raised arrives here, and becomes a row of rejects.csv
                    yield refusal(error)


def _locally(job: _Job) -> bytes | Reject:
    try:
        return _call(job)
    except Stop:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        return refusal(error)
