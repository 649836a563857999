"""A process that works on one record at a time, whatever the work, and that may be killed at any moment.

It has a pipe of its own and shares no lock: when it dies halfway through a word it garbles nobody else's answer and
leaves nothing locked. Answers are bytes and are never unpickled: what a parser was made to do stays in its process.
"""

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from math import inf
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from time import monotonic
from typing import Self

Work = Callable[[bytes], bytes]  # a module's own function, or a `partial` of one; its answers are never empty
TOO_SLOW = -signal.SIGPROF  # the exit code of a process whose record had all its processor time
_OUT_OF_MEMORY = 99  # and of one that had all its memory; no other end looks like it
TOO_HEAVY = frozenset({_OUT_OF_MEMORY, -signal.SIGKILL})  # the system too kills for want of memory

_SPAWN = get_context("spawn")  # a fork would copy this process's threads and its open store
_PR_SET_PDEATHSIG = 1


def _end_with_parent() -> None:
    """However the parent ends. The kernel sees to it, because a process that hangs cannot."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    parent = parent_process()
    if parent and os.getppid() != parent.pid:  # it has ended already
        os._exit(1)


def _serve(pipe: Connection, seconds: float, memory: int) -> None:
    """In the process: an empty message once it can begin with a work that it is told, then an answer a record."""
    _end_with_parent()
    with suppress(ValueError, OSError):  # a lower limit is already set from outside, which serves as well
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    work: Work = bytes
    with suppress(EOFError):
        while True:
            message: Work | bytes = pipe.recv()
            if isinstance(message, bytes):
                pipe.send_bytes(_answer(work, message, seconds))
            else:
                work = message
                pipe.send_bytes(b"")


def _answer(work: Work, record: bytes, seconds: float) -> bytes:
    signal.setitimer(signal.ITIMER_PROF, seconds)  # then the kernel ends the process, even inside of C code
    try:
        return work(record)
    except MemoryError:  # it may be for what earlier records left here, such as a model: a new process will tell
        os._exit(_OUT_OF_MEMORY)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


@contextmanager
def _ctrl_c_kept_out() -> Iterator[None]:
    """What is started here never gets a Ctrl-C. This process gets it afterwards, and ends the others."""
    resource_tracker.ensure_running()  # `start` would do it, and unblock the signal
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@dataclass(slots=True, eq=False)
class Worker:
    """The process as its parent sees it. `job` is the number of the record that it is at."""

    process: SpawnProcess
    pipe: Connection
    work: Work | None = None  # what it was told last
    job: int | None = None
    untold: int = 0  # works that it has not yet said it can begin with
    started: bool = False  # it has said so of one
    used: bool = False  # it has had a record
    deadline: float = inf  # on the clock that nobody sets

    @classmethod
    def start(cls, seconds: float, memory: int) -> Self:
        """A new one, with limits: of processor time for a record, of memory in bytes.

        Raises `OSError` where the system cannot.
        """
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(theirs, seconds, memory), daemon=True)
        with _ctrl_c_kept_out(), theirs:  # closed here, so that the end of the process is the end of the pipe
            process.start()
        return cls(process, ours)

    @property
    def idle(self) -> bool:
        """Whether it can begin with a record."""
        return self.job is None and not self.untold

    def learn(self, work: Work) -> None:
        """What to do with the records that come next. What it imports for that is on no record's account."""
        if work is not self.work:
            self.work = work
            self.untold += 1
            self._send(work)

    def give(self, job: int, record: bytes, seconds: float) -> None:
        """Its next record, and how long it may take by the clock."""
        self.job, self.used, self.deadline = job, True, monotonic() + seconds
        self._send(record)

    def _send(self, message: Work | bytes) -> None:
        with suppress(OSError):  # it has died, which `hear` will tell
            self.pipe.send(message)

    def hear(self) -> bytes | None:
        """Its answer, waited for; empty once it can begin. None where it has died."""
        try:
            answer = self.pipe.recv_bytes()
        except (EOFError, OSError):
            return None
        if answer:
            self.job, self.deadline = None, inf
        else:
            self.started, self.untold = True, self.untold - 1
        return answer

    def end(self, patience: float = 0) -> int:
        """Kills it where it still runs after so many seconds. Returns its exit code; one below zero is a signal."""
        if patience:
            self.process.join(patience)
        self.process.kill()
        self.process.join()
        self.pipe.close()
        return self.process.exitcode or 0
