"""A run past one machine as its tasks know it: where records lie, what a step is, and how a task is done once."""

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from multiprocessing import current_process
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec

from pipeline.cluster.packing import packed, unpacked
from pipeline.cluster.shared import Shared
from pipeline.errors import Stop
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.versions import code_version
from pipeline.workers import Runner

_pack = partial(msgspec.msgpack.encode, order="deterministic")

CACHE = "tellings-cache"
UNSETTLED = "unsettled"  # counted beside the tables: records that could not be done now, and may be another time
Sent = tuple[str, int, object]  # to which table, for which part, and a record


@dataclass(frozen=True, slots=True)
class Job:
    """What every task is given: small, because it travels with each."""

    shared: Shared
    parts: int
    settings: Settings
    cache: str  # a folder for finished work, of the machine that a task runs on; "" for one among its temporary files
    code: str  # `code_version` of who started the run

    def own(self, table: str, part: int, kind: Any) -> list[Any]:
        """The records that the task of this part has kept for itself, in order."""
        try:
            return list(self._read(_file(table, part), part, kind))
        except FileNotFoundError:  # it had none
            return []

    def sent(self, table: str, part: int, kind: Any) -> Iterator[Any]:
        """The records that any task has sent to this part."""
        for name in self.shared.names(table, ".parquet"):
            yield from self._read(name, part, kind)

    def everything(self, table: str, kind: Any) -> Iterator[Any]:
        """The records of all parts: only for tables that are small, or by who asks for it all."""
        for name in self.shared.names(table, ".parquet"):
            yield from self._read(name, None, kind)

    def _read(self, name: str, part: int | None, kind: Any) -> Iterator[Any]:
        decode = msgspec.msgpack.Decoder(kind).decode
        with self.shared.open(name) as file:
            for record in unpacked(file, part):
                yield decode(record)

    def part_of(self, key: str) -> int:
        """Where all that has this key meets; the same on every machine."""
        return crc32(key.encode()) % self.parts


Task = Callable[[Job, int, Runner], Iterator[Sent]]


@dataclass(frozen=True, slots=True)
class Step:
    """A task for every part, or one for all of them. Its name is that of no other.

    `risky` work, on what others wrote, is done in a process that can be killed, which is begun for each task. The other
    is done in the worker's own, where a model is loaded once.
    """

    name: str
    task: Task
    once: bool = False
    risky: bool = False


def _file(table: str, part: int) -> str:
    return f"{table}/from-{part:05}.parquet"


def _check_place(job: Job) -> None:
    """Raises `Stop` where the process that runs the task would give another result, or cannot work."""
    if code_version() != job.code:
        raise Stop("A worker of the cluster has another version of Tellings.", "Install the same one on all machines.")
    if current_process().daemon:  # such a process may start none itself, and what a parser does could not be ended
        hint = "Start the workers with DASK_DISTRIBUTED__WORKER__DAEMON=False in their environment."
        raise Stop("A worker of the cluster may start no processes of its own.", hint)


def perform(job: Job, step: Step, part: int) -> Mapping[str, int]:
    """Does a task, unless it is done already; how many records it sent to each table."""
    mark = f"done/{step.name}/{part:05}.json"
    if (done := job.shared.read(mark)) is not None:
        found: dict[str, int] = json.loads(done)
        return found
    _check_place(job)
    sent: dict[str, dict[int, list[bytes]]] = defaultdict(lambda: defaultdict(list))
    cache = Path(job.cache or Path(tempfile.gettempdir()) / CACHE)
    with Store(cache) as store, Runner(job.settings, store, here=not step.risky) as runner:
        for table, to, record in step.task(job, part, runner):
            sent[table][to].append(_pack(record))
    for table, records in sent.items():
        job.shared.put(_file(table, part), packed(records))
    counts = Counter({table: sum(map(len, records.values())) for table, records in sent.items()})
    if runner.unsettled:
        counts[UNSETTLED] = runner.unsettled
    job.shared.put(mark, json.dumps(counts, sort_keys=True).encode())
    return counts
