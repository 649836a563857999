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
from pipeline.workers.pool import Outcome, Pool
from pipeline.workers.worker import Work

MEMORY = 8 * 2**30
SHORT = 0.4  # seconds of a processor
DONE: list[bytes] = []  # by a process
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
        case "fault":
            os.kill(os.getpid(), signal.SIGSEGV)
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
    with closing(Pool(count, seconds, MEMORY)) as pool:
        return settled(pool, *records)


def settled(pool: Pool, *records: str, work: Work = work, worth: int = 1) -> list[Outcome]:
    with closing(pool.outcomes(work, [record.encode() for record in records], worth)) as answers:
        found = dict(answers)
    return [found[number] for number in range(len(records))]


def who(record: bytes) -> bytes:
    """Which process it is, and what it has done so far, this included."""
    DONE.append(record)
    return f"{os.getpid()} {len(DONE)}".encode()


def pids(found: list[Outcome]) -> list[int]:
    return [int(answer.split()[0]) for answer in found if isinstance(answer, bytes)]


@pytest.mark.parametrize("count", [1, 3])
def test_each_answer_belongs_to_its_record(count: int) -> None:
    assert outcomes("a", "big", "b", "c", "d", count=count) == [b"A", bytes(BIG), b"B", b"C", b"D"]


def test_no_records_start_no_process() -> None:
    assert outcomes() == []


def test_a_death_is_blamed_on_the_record_and_on_no_other() -> None:
    ways = ["a", "kill", "b", "abort", "c", "exit", "d", "memory", "fault", "halfway", "e"]
    told = [outcome if isinstance(outcome, bytes) else repr(outcome) for outcome in outcomes(*ways)]
    heavy = "MemoryError()"  # the system kills for want of memory, and says no more
    fault, abort, left = (f"Died({how!r})" for how in ("SIGSEGV", "SIGABRT", "exit code 7"))
    assert told == [b"A", heavy, b"B", abort, b"C", left, b"D", heavy, fault, heavy, b"E"]


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


def test_processes_stay_for_the_next_work() -> None:
    with closing(Pool(2, 30, MEMORY)) as pool:
        assert settled(pool, "a", "b") == [b"A", b"B"]
        there = {worker.process.pid for worker in pool._workers}
        assert set(pids(settled(pool, "a", "b", work=who))) <= there
        assert settled(pool, "c") == [b"C"]
        assert {worker.process.pid for worker in pool._workers} == there
    assert pool._workers == []


def test_no_more_processes_than_are_worth_it() -> None:
    with closing(Pool(3, 30, MEMORY)) as pool:
        for records, processes in ((3, 1), (4, 1), (5, 2), (40, 3), (4, 3)):
            assert len(settled(pool, *["a"] * records, worth=4)) == records
            assert len(pool._workers) == processes


def test_what_was_not_heard_of_is_not_taken_for_an_answer() -> None:
    """Who is still beginning with one work when the next comes."""
    with closing(Pool(2, 30, MEMORY)) as pool:
        for _ in range(3):
            assert settled(pool, "a") == [b"A"]
            assert len(pids(settled(pool, "a", "b", work=who))) == 2


def test_one_who_had_to_be_left_in_the_middle_is_ended() -> None:
    with closing(Pool(1, 30, MEMORY)) as pool:
        with closing(pool.outcomes(work, [b"a", b"sleep"])) as answers:
            assert next(answers) == (0, b"A")
        assert settled(pool, "b") == [b"B"]


def test_who_dies_with_nothing_to_do_costs_nothing() -> None:
    with closing(Pool(4, 30, MEMORY)) as pool:
        settled(pool, *"abcd")
        while not all(worker.started for worker in pool._workers):  # the first may have done it all by itself
            settled(pool, *"abcd")
        for worker in pool._workers:
            worker.process.kill()
            worker.process.join()
        assert len(pids(settled(pool, *"abcd", work=who))) == 4


def test_a_second_try_is_in_a_new_process(tmp_path: Path) -> None:
    """What earlier records have left in the first may be why it died."""
    with closing(Pool(1, 30, MEMORY)) as pool:
        assert settled(pool, "a", "b", work=who)[1].split()[1:] == [b"2"]
        before = pool._workers[0].process.pid
        assert settled(pool, f"kill {tmp_path / 'mark'}", "c") == [b"again", b"C"]
        assert pool._workers[0].process.pid != before


def test_a_kill_between_two_records_costs_nothing() -> None:
    with closing(Pool(1, 30, MEMORY)) as pool:
        settled = pool.outcomes(work, [b"a", b"b", b"c"])
        found = [next(settled)]
        pool._workers[0].process.kill()
        pool._workers[0].process.join()
        found += settled
    assert found == [(0, b"A"), (1, b"B"), (2, b"C")]


def test_processes_that_cannot_start_end_the_run() -> None:
    with (
        pytest.raises(Stop, match="No process can be started to work in: exit code"),
        closing(Pool(1, 30, MEMORY)) as pool,
    ):
        settled(pool, "a", work=Deadly())


@pytest.mark.parametrize("jump", [-1e6, 1e6])
def test_a_clock_that_is_set_changes_nothing(monkeypatch: pytest.MonkeyPatch, jump: float) -> None:
    """Neither does a hang last longer, nor is anybody thought to hang."""
    with closing(Pool(1, SHORT / 2, MEMORY)) as pool:
        settled = pool.outcomes(work, [b"a", b"sleep", b"b"])
        found = [next(settled)]
        before = time.time
        monkeypatch.setattr("time.time", lambda: before() + jump)
        found += settled
    assert [number for number, _ in found] == [0, 1, 2]
    assert [type(outcome) for _, outcome in found] == [bytes, TimeoutError, bytes]
