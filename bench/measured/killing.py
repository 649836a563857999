"""A run that is killed in its middle, and the one that goes on from there."""

import sqlite3
import subprocess
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bench.measured.spending import ENVIRONMENT, Spent, command, spend

NAME = "killed-"


@dataclass(frozen=True)
class Resumed:
    until: float  # seconds by the clock after which it was killed
    kept: int  # results in the cache by then
    again: int  # of those, how many the next run worked out once more
    rest: Spent  # what the next run took


def entries(cache: Path) -> dict[str, int]:
    """The results in a cache by key, each with a number that is another one once it is written again."""
    path = cache / "store.sqlite"
    if not path.exists():
        return {}
    with closing(sqlite3.connect(path, timeout=60)) as db:
        try:
            return dict(db.execute("SELECT key, rowid FROM entry"))
        except sqlite3.OperationalError:  # the table is only being made
            return {}


def resumed(folder: Path, workers: int, results: int) -> Resumed:
    """A run over `raw` in the folder, killed as soon as it has so many results, and the same run once more."""
    cache = folder / f"{NAME}cache"
    began = time.perf_counter()
    with subprocess.Popen(command(folder, workers, NAME), env=ENVIRONMENT) as process:
        while process.poll() is None and len(entries(cache)) < results:
            time.sleep(0.1)
        process.kill()
    until = time.perf_counter() - began
    before = entries(cache)
    rest = spend(command(folder, workers, NAME))
    after = entries(cache)
    again = sum(after.get(key) != number for key, number in before.items())
    return Resumed(until, len(before), again, rest)
