"""Commands in processes of their own, as a user would start them, and what each took."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

KILOBYTES = 1024
ENVIRONMENT = os.environ | {"OMP_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Spent:
    seconds: float  # by the clock
    processor: float
    megabytes: float  # that the largest of its processes held


def spend(command: Sequence[str]) -> Spent:
    """Runs a command to its end."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    seconds = time.perf_counter() - began
    return Spent(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KILOBYTES)


def command(folder: Path, workers: int, name: str = "", engine: str = "") -> list[str]:
    """A run over `raw` in the folder, into `output` with the cache `cache`; under another name into others."""
    names = {"raw": "raw", "output": f"{name}output", "cache": f"{name}cache"}
    options = [word for option, there in names.items() for word in (f"--{option}", str(folder / there))]
    parts = ["--engine", engine, "--parts", str(folder / f"{name}parts"), "--gather", "all"] if engine else []
    return [sys.executable, "-m", "pipeline", "run", "--quiet", *options, "--workers", str(workers), *parts]


def tellings(folder: Path, workers: int, name: str = "", engine: str = "") -> Spent:
    """That run to its end."""
    return spend(command(folder, workers, name, engine))


def same_tables(one: Path, other: Path) -> bool:
    """Whether two outputs are the same, what each tells of its own run aside."""

    def files(output: Path) -> dict[str, bytes]:
        found = (path for path in output.rglob("*") if path.is_file() and path.name not in {"run.json", "changes.csv"})
        return {path.relative_to(output).as_posix(): path.read_bytes() for path in found}

    return files(one) == files(other)
