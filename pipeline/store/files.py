"""One file put in its place, whole or not at all. What raises `OSError` here leaves what was there as it was."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}  # a file system that knows no second name


@contextmanager
def _written(folder: Path, content: bytes) -> Iterator[Path]:
    """A finished file in `folder` under a name that no run reads, gone when the block ends."""
    path = folder / f".adding-{os.getpid()}"
    try:
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield path
    finally:
        path.unlink(missing_ok=True)


def place(path: Path, content: bytes) -> None:
    """A new file. Raises `FileExistsError` if anything has that name, even a broken link."""
    with _written(path.parent, content) as finished:
        try:
            os.link(finished, path)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            with path.open("xb") as file:
                file.write(content)


def rewrite(path: Path, content: bytes) -> None:
    """`content` in the place of the file that is there, if there is one."""
    with _written(path.parent, content) as finished:
        finished.replace(path)
