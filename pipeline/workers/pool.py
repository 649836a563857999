"""Several workers and the records that wait for them: what hangs is killed, what dies is begun anew."""

from collections import deque
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from math import inf
from multiprocessing.connection import wait
from time import monotonic

from pipeline.errors import Stop
from pipeline.workers.worker import TOO_SLOW, Work, Worker

STARTS = 3  # in a row that fail: then it is not chance
# Times a record's processor time that it may take by the clock. Where others want the cores an article has to wait, and
# that is no fault of its own; what sleeps uses none and has to end too.
WAIT = 10

Outcome = bytes | Exception


class Died(Exception):  # noqa: N818 - it says what happened to the process
    """Two processes ended over one record. Holds the second's exit code; one below zero is a signal."""


@dataclass(slots=True)
class Pool:
    """`work` on each record in at most `count` processes: `seconds` of processor time a record, `memory` in bytes."""

    work: Work
    records: Sequence[bytes]
    count: int
    seconds: float
    memory: int
    _todo: deque[int] = field(default_factory=deque)
    _workers: list[Worker] = field(default_factory=list)
    _died_once: set[int] = field(default_factory=set)
    _failed_starts: int = 0

    def outcomes(self) -> Generator[tuple[int, Outcome]]:
        """The number of each record with its answer, `TimeoutError` or `Died`, as they come.

        Close it to end the processes. Raises `Stop` where none can be started.
        """
        self._todo.extend(range(len(self.records)))
        left = len(self.records)
        try:
            self._hand_out()
            while left:
                settled = self._settled()
                left -= len(settled)
                self._hand_out()
                yield from settled
        finally:
            for worker in self._workers:
                worker.end()

    def _hand_out(self) -> None:
        """A record for each worker that has none, and a new worker for each that would wait, as far as they may be."""
        for worker in self._workers:
            if worker.ready and worker.job is None and self._todo:
                job = self._todo.popleft()
                worker.give(job, self.records[job], WAIT * self.seconds)
        starting = sum(not worker.ready for worker in self._workers)
        for _ in range(min(len(self._todo) - starting, self.count - len(self._workers))):
            try:
                self._workers.append(Worker.start(self.work, self.seconds, self.memory))
            except OSError as error:
                self._count_failed_start(str(error))

    def _count_failed_start(self, why: str) -> None:
        self._failed_starts += 1
        if self._failed_starts == STARTS:
            raise Stop(f"No process can be started to work in: {why}.", "Look for a limit on memory or processes.")

    def _settled(self) -> list[tuple[int, Outcome]]:
        """What has come to an end once something happens."""
        patience = min((worker.deadline for worker in self._workers), default=0) - monotonic()
        speaking = wait([worker.pipe for worker in self._workers], None if patience == inf else max(patience, 0))
        settled: list[tuple[int, Outcome]] = []
        for worker in list(self._workers):
            job = worker.job
            outcome: Outcome | None = None
            if worker.pipe in speaking:
                outcome = self._heard(worker)
            elif worker.deadline <= monotonic():
                self._end(worker)
                outcome = TimeoutError()
            if job is not None and outcome is not None:
                settled.append((job, outcome))
        return settled

    def _heard(self, worker: Worker) -> Outcome | None:
        """Its answer, `TimeoutError` or `Died`; None where its record gets another try."""
        answer = worker.hear()
        if answer is None:
            return self._death(worker)
        self._failed_starts = 0
        return answer

    def _death(self, worker: Worker) -> TimeoutError | Died | None:
        code = self._end(worker)
        if not worker.ready:
            self._count_failed_start(f"exit code {code}")
        elif code == TOO_SLOW:
            return TimeoutError()
        elif worker.job is not None:
            if worker.job in self._died_once:
                return Died(code)
            self._died_once.add(worker.job)  # the system may have killed it for the hunger of others
            self._todo.appendleft(worker.job)
        return None

    def _end(self, worker: Worker) -> int:
        self._workers.remove(worker)
        return worker.end()
