"""What the system refuses to write, said so that a person knows what to do."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import Stop

_NOT_ALLOWED = "Allow writing there, or name another folder."
_MOUNTED = "It is a mount point, and it is replaced as a whole: name a folder inside it."
_HINTS = {
    errno.ENOSPC: "Free some disk space and run again.",
    errno.EDQUOT: "Free some of your quota and run again.",
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.ENOTDIR: "A file is where a folder should be: move it, or name another folder.",
    errno.EEXIST: "Something of yours has the name of something of ours: move it and run again.",
    errno.ENAMETOOLONG: "Something there lies too deep: move it up, or name another folder.",
    errno.EBUSY: _MOUNTED,
    errno.EXDEV: _MOUNTED,
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what the system refuses into a `Stop` that says where and what to do."""
    try:
        yield
    except OSError as error:
        hint = _HINTS.get(error.errno or 0, "Look at that path, then run again.")
        what = f"{path} cannot be written: {error.strerror or error} ({error.filename or path})."
        raise Stop(what, hint) from error


@contextmanager
def heard() -> Iterator[None]:
    """Turns a standard output that takes no more into a `Stop`. What is published by then stays."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except OSError as error:
        if error.filename is not None:  # it is about a file, and a bug here
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what Python would write as it ends
        raise Stop(
            f"The summary cannot be written: {error.strerror}.", "Look at where standard output goes."
        ) from error
