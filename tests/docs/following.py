"""Doing what a page says: its shell blocks by bash, its Python blocks here, all in one folder."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stdout
from doctest import ELLIPSIS, OutputChecker
from io import StringIO
from pathlib import Path
from typing import Any

from tests.docs.page import PROJECT, Step, steps


@contextmanager
def _on_one_core() -> Iterator[None]:
    """One worker a run: over three articles a second one costs more, in loading the models, than it gains."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def _shell(code: str, folder: Path) -> str:
    # A home of its own: programs leave their profiles there.
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = os.environ | {"PATH": places, "PYTHONPATH": str(PROJECT), "HOME": str(folder)}
    command = ["bash", "-euo", "pipefail", "-c", code]
    with _on_one_core():
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{code}\n{done.stdout}{done.stderr}"
    return done.stdout


def _python(code: str, folder: Path, names: dict[str, Any]) -> str:
    printed = StringIO()
    with chdir(folder), redirect_stdout(printed):
        exec(compile(code, "a page of docs/", "exec"), names)  # noqa: S102 - our own page
    return printed.getvalue()


def follow(page: Path, folder: Path) -> Iterator[tuple[Step, str]]:
    """Each block of the page with what it prints. A block is run when it is asked for."""
    names: dict[str, Any] = {}
    for step in steps(page):
        yield step, (_shell(step.code, folder) if step.language == "sh" else _python(step.code, folder, names))


def plain(text: str) -> str:
    """What is printed, without spaces at the ends of lines and empty lines around it."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n") + "\n"


def as_printed(step: Step, printed: str) -> bool:
    """Whether a block prints what the page says; `...` stands for anything."""
    return OutputChecker().check_output(plain(step.printed or ""), plain(printed), ELLIPSIS)
