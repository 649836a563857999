"""Several workers and the records that wait for them: what hangs is killed, what dies is begun anew.

Workers stay from one work to the next, so that each loads a model once a run.
"""

import signal
from collections.abc import Generator
from dataclasses import dataclass, field
from math import ceil, inf
from multiprocessing.connection import wait
from time import monotonic

from pipeline.errors import Stop
from pipeline.workers.errand import Errand, Records
from pipeline.workers.worker import TOO_HEAVY, TOO_SLOW, Work, Worker

STARTS = 3  # in a row that fail: then it is not chance
# Times a record's processor time that it may take by the clock. Where others want the cores an article has to wait, and
# that is no fault of its own; what sleeps uses none and has to end too.
WAIT = 10
LEAVING = 10.0  # seconds for a process that has closed its pipe to end as it meant to: killed, it would not say how

Outcome = bytes | Exception


class Died(Exception):  # noqa: N818 - it says what happened to the process
    """Two processes ended over one record, and not for want of memory. Holds how the second ended: "SIGSEGV"."""


def _how(code: int) -> str:
    """What an exit code says; one below zero is a signal."""
    return signal.Signals(-code).name if -code in {*signal.Signals} else f"exit code {code}"


@dataclass(slots=True)
class Pool:
    """At most `count` processes that do any work: `seconds` of processor time a record, `memory` in bytes.

    Close it to end them.
    """

    count: int
    seconds: float
    memory: int
    _workers: list[Worker] = field(default_factory=list)
    _failed_starts: int = 0

    def outcomes(self, work: Work, records: Records, worth: int = 1) -> Generator[tuple[int, Outcome]]:
        """The number of each record with its answer, `TimeoutError`, `MemoryError` or `Died`, as they come.

        So many records are `worth` a process more. Close it to be rid of those that are not done. Raises `Stop` where
        no process can be started.
        """
        errand = Errand(work, records, worth)
        left = len(records)
        try:
            self._hand_out(errand, left)
            while left:
                settled = self._settled(errand)
                left -= len(settled)
                self._hand_out(errand, left)
                yield from settled
        finally:
            for worker in [worker for worker in self._workers if worker.job is not None]:
                self._end(worker)

    def close(self) -> None:
        """Ends the processes."""
        for worker in list(self._workers):
            self._end(worker)

    def _hand_out(self, errand: Errand, left: int) -> None:
        """A record for each worker that has none, and new workers where they are worth it, as far as they may be."""
        used = sum(worker.used for worker in self._workers)
        wanted = min(max(ceil(left / errand.worth), used + len(errand.again)), self.count)
        for _ in range(wanted - len(self._workers)):
            try:
                self._workers.append(Worker.start(self.seconds, self.memory))
            except OSError as error:
                self._count_failed_start(str(error))
        for worker in self._workers[:wanted]:
            worker.learn(errand.work)
            if worker.idle and (job := errand.next_for(worker)) is not None:
                worker.give(job, errand.records[job], WAIT * self.seconds)

    def _count_failed_start(self, why: str) -> None:
        self._failed_starts += 1
        if self._failed_starts == STARTS:
            raise Stop(f"No process can be started to work in: {why}.", "Look for a limit on memory or processes.")

    def _settled(self, errand: Errand) -> list[tuple[int, Outcome]]:
        """What has come to an end once something happens."""
        patience = min((worker.deadline for worker in self._workers), default=0) - monotonic()
        speaking = wait([worker.pipe for worker in self._workers], None if patience == inf else max(patience, 0))
        settled: list[tuple[int, Outcome]] = []
        for worker in list(self._workers):
            job = worker.job
            outcome: Outcome | None = None
            if worker.pipe in speaking:
                outcome = self._heard(worker, errand)
            elif worker.deadline <= monotonic():
                self._end(worker)
                outcome = TimeoutError()
            if job is not None and outcome is not None:
                settled.append((job, outcome))
        return settled

    def _heard(self, worker: Worker, errand: Errand) -> Outcome | None:
        """Its answer, or why there is none; None where it has only begun, or its record gets another try."""
        answer = worker.hear()
        if answer is None:
            return self._death(worker, errand)
        self._failed_starts = 0
        return answer or None

    def _death(self, worker: Worker, errand: Errand) -> TimeoutError | MemoryError | Died | None:
        code = self._end(worker, LEAVING)
        if not worker.started:
            self._count_failed_start(_how(code))
        elif code == TOO_SLOW:
            return TimeoutError()
        elif worker.job is not None:
            if worker.job in errand.died:
                return MemoryError() if code in TOO_HEAVY else Died(_how(code))
            errand.died.add(worker.job)  # the system may have killed it for the hunger of others, or for earlier work
            errand.again.append(worker.job)
        return None

    def _end(self, worker: Worker, patience: float = 0) -> int:
        self._workers.remove(worker)
        return worker.end(patience)
