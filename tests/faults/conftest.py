"""Faults: a few of each kind in every test run, all of them with `make soak`, which also prints what came of them."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner
from tests.faults.program import GOLDEN

SOAK = bool(os.environ.get("SOAK"))
T = TypeVar("T")
Some = Callable[[Sequence[T], int], Sequence[T]]
Tell = Callable[[str], None]


@pytest.fixture
def some() -> Some[object]:
    """Some of many, evenly spread, the last one among them; all of them when soaking."""

    def chosen(many: Sequence[T], few: int) -> Sequence[T]:
        if SOAK or len(many) <= few:
            return many
        return [many[(i + 1) * len(many) // few - 1] for i in range(few)]

    return chosen


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Tell:
    """Keeps a line for the end of the run, under the test's name."""
    return lambda line: request.config.stash.setdefault(FIGURES, []).append(f"{request.node.name}: {line}")


FIGURES: pytest.StashKey[list[str]] = pytest.StashKey()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if SOAK:
        terminalreporter.write_sep("=", "what came of it")
        for line in config.stash.get(FIGURES, []):
            terminalreporter.write_line(line)


@dataclass(frozen=True)
class Finished:
    """A finished run: its articles, its output, and a store that holds all its work."""

    raw: Path
    output: Path
    cache: Path

    def copied(self, to: Path) -> "Finished":
        """The same elsewhere, to be spoiled."""
        for folder in (self.raw, self.output, self.cache):
            shutil.copytree(folder, to / folder.name)
        return Finished(to / self.raw.name, to / self.output.name, to / self.cache.name)

    def run_again(self, output: Path) -> None:
        """The next run, in this process, whose models are loaded already."""
        with Store(self.cache) as store:
            run(self.raw, output, Runner(Settings(), store, here=True))


@pytest.fixture(scope="session")
def finished(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """A run over the tiny articles of tests/golden."""
    folder = tmp_path_factory.mktemp("finished")
    made = Finished(folder / "raw", folder / "output", folder / "cache")
    shutil.copytree(GOLDEN, made.raw)
    run(made.raw, made.output, Runner(Settings(), store, here=True))
    made.cache.mkdir()
    with sqlite3.connect(store._path) as db:
        db.execute("VACUUM INTO ?", (str(made.cache / "store.sqlite"),))
    db.close()
    return made
