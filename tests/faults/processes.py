"""Who is still running, as /proc tells it."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

PROC = Path("/proc")


def need_proc() -> None:
    if not (PROC / "self" / "stat").exists():
        pytest.skip("this system has no /proc to look for processes in")


def _parents() -> dict[int, int]:
    found = {}
    for stat in PROC.glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rsplit(")", 1)[1].split()[:2]
        except OSError:  # it has just ended
            continue
        if state not in "ZX":
            found[int(stat.parent.name)] = int(parent)
    return found


def below(process: int) -> set[int]:
    """The processes that it started, and theirs."""
    parents = _parents()
    found: set[int] = set()
    while more := {child for child, parent in parents.items() if parent in found | {process}} - found:
        found |= more
    return found


def alive(processes: set[int]) -> set[int]:
    return processes & _parents().keys()


def command_of(process: int) -> str:
    try:
        return (PROC / str(process) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def wait_for(happening: Callable[[], bool], seconds: float = 60) -> bool:
    """Whether it happens in that time."""
    end = time.monotonic() + seconds
    while not happening():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True
