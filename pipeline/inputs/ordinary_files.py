"""Reading a file that somebody else put there: an ordinary one, through no link, and no more of it than a limit."""

import errno
import os
import stat
from pathlib import Path

from pipeline.errors import Reject


def _not_a_file() -> Reject:
    return Reject("not_a_file", "It is a device, pipe, socket or folder.", "Only ordinary files are read.")


def _unopened(error: OSError) -> Reject:
    if error.errno == errno.ELOOP:  # O_NOFOLLOW met a link
        return Reject("link", "It is a link, and links are not followed.", "Copy the file itself into the folder.")
    if error.errno == errno.ENXIO:  # what Linux says of a socket
        return _not_a_file()
    return Reject("unreadable", f"It cannot be opened: {error.strerror}.", "Check its permissions and its name.")


LARGEST = 20_000_000  # bytes of a file that a person writes


def read_text(path: Path) -> str:
    """The text of a file of the user's own, which may be a link. Raises `ValueError` where it cannot be read."""
    try:
        content, _ = read_file(Path(os.path.realpath(path)), LARGEST)
    except Reject as refusal:
        raise ValueError(refusal.message.rstrip(".")) from refusal
    if len(content) > LARGEST:
        message = f"it has more than {LARGEST:,} bytes"
        raise ValueError(message)
    return decoded(content)


def decoded(content: bytes) -> str:
    """A text in UTF-8, with or without the mark that Windows puts before it. Raises `ValueError` for another."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"line {line} is not in UTF-8"
        raise ValueError(message) from error


def read_file(path: Path, limit: int) -> tuple[bytes, int]:
    """The bytes of a file, at most one more than `limit`, and the size that it says it has.

    Raises `Reject`: `link`, `not_a_file` or `unreadable`.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise _unopened(error) from error
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise _not_a_file()
        with open(handle, "rb", closefd=False) as file:
            return file.read(limit + 1), status.st_size
    except OSError as error:
        raise Reject("unreadable", f"It cannot be read: {error.strerror}.", "Copy it here again.") from error
    finally:
        os.close(handle)
