"""Workers that hang and die: what that costs, and whom."""

import os
import re
import signal
import subprocess
import time
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from pipeline.errors import Stop
from pipeline.workers.pool import Died, Outcome, Pool

MEMORY = 8 * 2**30
SHORT = 0.4  # seconds of a processor
BIG = 3_000_000  # bytes: more than a pipe holds, so that an answer is sent in pieces


def work(record: bytes) -> bytes:
    """Each record says what becomes of its process; `once` leaves a mark, and goes well where there is one."""
    way, _, mark = record.decode().partition(" ")
    if mark and Path(mark).exists():
        return b"again"
    if mark:
        Path(mark).touch()
    _take_time(way)
    match way:
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "abort":
            os.abort()
        case "exit":
            raise SystemExit(7)
        case "memory":
            return bytes(64 * 2**30)
        case "halfway":
            Connection._send = _send_half
            return bytes(BIG)
        case "big":
            return bytes(BIG)
    return record.upper()


def _take_time(way: str) -> None:
    match way:
        case "sleep":
            time.sleep(60)
        case "loop":
            while True:
                pass
        case "library":  # which lets nothing of Python run
            re.match("(a+)+$", "a" * 40 + "b")
        case "busy":
            end = time.process_time() + 0.6 * SHORT
            while time.process_time() < end:
                pass
        case "starved":
            _wait_for_the_processor(1.5 * SHORT)


def _wait_for_the_processor(seconds: float) -> None:
    """As where others have it: this process could go on, and may not."""
    subprocess.Popen(["sh", "-c", f"sleep {seconds}; kill -CONT {os.getpid()}"])
    os.kill(os.getpid(), signal.SIGSTOP)


def _send_half(pipe: Connection, message: bytes) -> None:
    os.write(pipe.fileno(), message[: len(message) // 2])
    os.kill(os.getpid(), signal.SIGKILL)


class Deadly:
    """Work that ends the process which is to do it, before it can begin."""

    def __call__(self, record: bytes) -> bytes:
        return record

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (3,)


def outcomes(*records: str, count: int = 2, seconds: float = 30) -> list[Outcome]:
    with closing(Pool(work, [record.encode() for record in records], count, seconds, MEMORY).outcomes()) as settled:
        found = dict(settled)
    return [found[number] for number in range(len(records))]


@pytest.mark.parametrize("count", [1, 3])
def test_each_answer_belongs_to_its_record(count: int) -> None:
    assert outcomes("a", "big", "b", "c", "d", count=count) == [b"A", bytes(BIG), b"B", b"C", b"D"]


def test_no_records_start_no_process() -> None:
    assert outcomes() == []


def test_a_death_is_blamed_on_the_record_and_on_no_other() -> None:
    ways = ["a", "kill", "b", "abort", "c", "exit", "d", "memory", "halfway", "e"]
    told = ["died" if isinstance(outcome, Died) else outcome for outcome in outcomes(*ways)]
    assert told == [b"A", "died", b"B", "died", b"C", "died", b"D", "died", "died", b"E"]


@pytest.mark.parametrize("way", ["kill", "halfway"])
def test_one_kill_costs_nothing(tmp_path: Path, way: str) -> None:
    assert outcomes("a", f"{way} {tmp_path / 'mark'}", "b") == [b"A", b"again", b"B"]


def test_a_hang_costs_its_record() -> None:
    found = outcomes("a", "sleep", "b", "loop", "c", "library", "d", seconds=SHORT / 2)
    assert found[::2] == [b"A", b"B", b"C", b"D"]
    assert [type(outcome) for outcome in found[1::2]] == [TimeoutError] * 3


def test_who_has_to_wait_for_the_processor_is_not_slow() -> None:
    assert outcomes("starved", seconds=SHORT) == [b"STARVED"]


def test_each_record_has_the_whole_time() -> None:
    """What earlier ones took of the same process is not counted."""
    assert outcomes(*["busy"] * 3, count=1, seconds=SHORT) == [b"BUSY"] * 3


def test_a_kill_between_two_records_costs_nothing() -> None:
    pool = Pool(work, [b"a", b"b", b"c"], 1, 30, MEMORY)
    with closing(pool.outcomes()) as settled:
        found = [next(settled)]
        pool._workers[0].process.kill()
        pool._workers[0].process.join()
        found += settled
    assert found == [(0, b"A"), (1, b"B"), (2, b"C")]


def test_processes_that_cannot_start_end_the_run() -> None:
    with (
        pytest.raises(Stop, match="No process can be started to work in: exit code"),
        closing(Pool(Deadly(), [b"a"], 1, 30, MEMORY).outcomes()) as none,
    ):
        list(none)


@pytest.mark.parametrize("jump", [-1e6, 1e6])
def test_a_clock_that_is_set_changes_nothing(monkeypatch: pytest.MonkeyPatch, jump: float) -> None:
    """Neither does a hang last longer, nor is anybody thought to hang."""
    pool = Pool(work, [b"a", b"sleep", b"b"], 1, SHORT / 2, MEMORY)
    with closing(pool.outcomes()) as settled:
        found = [next(settled)]
        before = time.time
        monkeypatch.setattr("time.time", lambda: before() + jump)
        found += settled
    assert [number for number, _ in found] == [0, 1, 2]
    assert [type(outcome) for _, outcome in found] == [bytes, TimeoutError, bytes]
