"""However a run is ended, it ends soon, with the exit code of how, and takes its processes with it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.conftest import Finished
from tests.faults.processes import alive, below, command_of, need_proc, wait_for
from tests.faults.program import ENVIRONMENT, PROJECT, tellings, tree

SOON = 5.0 * max(1, os.getloadavg()[0] / (os.cpu_count() or 1))  # seconds, promised where others do not want the cores
WAYS = ("sleep", "python", "library")
CODES = {signal.SIGTERM: 143, signal.SIGINT: 130, signal.SIGKILL: -9}


@contextmanager
def _started(command: list[str]) -> Iterator[subprocess.Popen[str]]:
    """The command in a process group of its own, as a terminal would have it."""
    need_proc()
    with subprocess.Popen(
        command,
        cwd=PROJECT,
        env=ENVIRONMENT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        process_group=0,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _hanging(folder: Path, workers: int) -> tuple[list[str], list[Path]]:
    marks = [folder / way for way in WAYS]
    ways = [f"{way}:{mark}" for way, mark in zip(WAYS, marks, strict=True)]
    return [sys.executable, "-m", "tests.faults.hanging", str(folder / "cache"), str(workers), *ways], marks


@pytest.mark.parametrize("number", CODES)
def test_busy_workers_end_with_the_run(tmp_path: Path, number: signal.Signals) -> None:
    command, marks = _hanging(tmp_path, len(WAYS))
    with _started(command) as process:
        assert wait_for(lambda: all(mark.exists() for mark in marks))
        started = below(process.pid)
        assert len(started) >= len(WAYS)
        begun = time.monotonic()
        process.send_signal(number)
        assert process.wait(timeout=60) == CODES[number]
        assert wait_for(lambda: not alive(started), SOON), [command_of(child) for child in alive(started)]
        assert time.monotonic() - begun < SOON
        assert process.stderr
        assert "Traceback" not in process.stderr.read()


def test_ctrl_c_reaches_every_process_of_the_terminal(tmp_path: Path) -> None:
    command, marks = _hanging(tmp_path, len(WAYS))
    with _started(command) as process:
        assert wait_for(lambda: any(mark.exists() for mark in marks))  # others are only starting
        started = below(process.pid)
        os.killpg(process.pid, signal.SIGINT)
        told = process.communicate(timeout=60)[1]
        assert process.returncode == 130
        assert "Traceback" not in told
        assert wait_for(lambda: not alive(started), SOON)


@pytest.mark.parametrize("way", ["python", "sleep"])
def test_work_that_is_done_here_ends(tmp_path: Path, way: str) -> None:
    with _started([*_hanging(tmp_path, 0)[0][:5], f"{way}:{tmp_path / 'mark'}"]) as process:
        assert wait_for((tmp_path / "mark").exists)
        begun = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 143
        assert time.monotonic() - begun < SOON


# A library that catches everything, as a callback of one may.
STUBBORN = """
import sys, time
from pipeline.workers.stopping import stop_when_told
stop_when_told()
ready = False
while True:
    try:
        if not ready:
            ready = True
            print("ready", flush=True)
        time.sleep(60)
    except BaseException:
        pass
"""


def test_what_keeps_the_run_from_unwinding_does_not_keep_it() -> None:
    with _started([sys.executable, "-c", STUBBORN]) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        begun = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 143
        assert time.monotonic() - begun < SOON


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_run_that_loads_its_models(finished: Finished, tmp_path: Path, number: signal.Signals) -> None:
    command = tellings(finished.raw, tmp_path / "output", tmp_path / "cache", "--workers", "2")
    with _started(command) as process:
        started: set[int] = set()

        def loading() -> bool:
            started.update(below(process.pid))
            return sum("spawn_main" in command_of(child) for child in started) == 2

        assert wait_for(loading)
        time.sleep(0.3)  # they are at it now
        begun = time.monotonic()
        process.send_signal(number)
        told = process.communicate(timeout=60)[1]
        assert process.returncode == 128 + number
        assert "Traceback" not in told
        assert wait_for(lambda: not alive(started), SOON)
        assert time.monotonic() - begun < SOON
    assert not (tmp_path / "output").exists()
    assert tree(tmp_path, {"store.sqlite", "store.sqlite-wal", "store.sqlite-shm"}).keys() <= {".output.lock"}
