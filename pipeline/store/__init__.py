"""Cache, lock, atomic publishing: the only place that writes.

The cache is in `cache.py`; how one folder takes the place of another is in `folders.py`, one file in `files.py`.
"""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.errors import Exit, Stop
from pipeline.store import folders
from pipeline.store.cache import Store
from pipeline.store.refused import explained

__all__ = ["Store", "lock", "publish"]


def _held(output: Path, holder: Path) -> Stop:
    try:
        who = f" ({holder.read_text(encoding='utf-8')})"
    except OSError:  # it has only just begun
        who = ""
    hint = "Wait until it ends, or name another output folder."
    return Stop(f"Another run{who} is writing {output}.", hint, Exit.LOCKED)


@contextmanager
def lock(output: Path) -> Iterator[None]:
    """Keeps `output` for this process until the block or the process ends, however it ends.

    Clears what a killed run left beside it. Raises `Stop` with `Exit.LOCKED` if another run holds it.
    """
    output = output.resolve()
    flock = FileLock(output.with_name(f".{output.name}.lock"), timeout=0)
    holder = output.with_name(f".{output.name}.lock.holder")
    with explained(output):
        output.parent.mkdir(parents=True, exist_ok=True)
        try:
            flock.acquire()
        except Timeout:
            raise _held(output, holder) from None
    try:
        with explained(output):
            started = f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z}"
            holder.write_text(f"process {os.getpid()}, since {started}", encoding="utf-8")
            folders.tidy(output)
        yield
    finally:
        with suppress(OSError):  # one that stays is only read while the lock is held, and rewritten by who holds it
            holder.unlink()
        flock.release()


def publish(output: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Makes `output` hold `files` (relative path and bytes), and what others put there, in one step.

    A file may come in pieces, each with its path, one after the other; none is held longer than it takes to write it.

    Ours are the files that the earlier `run.json` lists in `files` and those that are written now; all else stays. The
    caller holds the lock. Raises `Stop`, with the earlier output as it was.
    """
    output = output.resolve()
    with explained(output):
        output.parent.mkdir(parents=True, exist_ok=True)
        if output.exists() and not output.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(output))
        folders.tidy(output)
        try:
            folders.replace(output, files)
        finally:
            folders.tidy(output)
