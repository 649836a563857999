"""Names that file systems allow, and what may lie in a folder beside files."""

import os
import socket
import unicodedata
from pathlib import Path

NAMES = (
    b"two\nlines.txt", b"tab\there.txt", b"not-utf-8-\xff\xfe.txt", b"Case.txt", b"case.txt", b"CASE.TXT",
    "caf\u00e9.txt".encode(), unicodedata.normalize("NFD", "caf\u00e9.txt").encode(), b"=1+1.txt", b"@sum.txt",
    b"+1.txt", b"-1.txt", "\uff1d1.txt".encode(), b"'quoted'.txt", b'"quoted".txt', b"a,b;c.txt", b" blank .txt",
    "\u202etxt.exe".encode(), "zero\u200bwidth.txt".encode(), b"%00.txt", b"$(touch x).txt", b"<script>.txt",
    b"status", b"group_id", b"no-ending", b".hidden.txt", b"CON.txt", b"a" * 250 + b".txt", b"..txt", b"a.txt#1",
)  # fmt: skip


def put_names(folder: Path, content: bytes) -> int:
    """A sound file under every odd name that this file system takes; how many there are."""
    folder.mkdir()
    for name in NAMES:
        try:
            (Path(os.fsdecode(os.fsencode(folder) + b"/" + name))).write_bytes(content)
        except OSError:
            continue  # this file system has no such names, and so nobody can give us one
    return len(list(folder.iterdir()))


def put_things(folder: Path) -> int:
    """A link in, a link out, a link to nothing, a loop, a pipe, a socket and a file that may not be read."""
    folder.mkdir()
    (folder / "link.txt").symlink_to("/etc/hostname")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    (folder / "loop").symlink_to(".")
    os.mkfifo(folder / "pipe.txt")
    here = Path.cwd()
    os.chdir(folder)  # a socket's name may only have a hundred bytes
    try:
        with socket.socket(socket.AF_UNIX) as held:
            held.bind("socket.txt")
    finally:
        os.chdir(here)
    (folder / "locked.txt").write_bytes(b"It rained on Monday.")
    (folder / "locked.txt").chmod(0)
    return len(list(folder.iterdir()))
