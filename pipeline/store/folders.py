"""One folder put in the place of another, so that whoever looks sees the old one or the new one, whole.

What raises `OSError` here leaves the output as it was.
"""

import ctypes
import errno
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from pathlib import Path, PurePosixPath

_NO_SUCH_STEP = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}  # the kernel or this file system cannot


def _entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All that lies in a folder, by its path inside, a folder before what is in it. It may be deeper than the stack."""
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        for entry in sorted(os.scandir(folder / inside), key=lambda entry: entry.name):
            yield f"{inside}{entry.name}", entry
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{inside}{entry.name}/")


def _remove(folder: Path) -> None:
    """Removes what it can. What cannot go now is tried again by the next run."""
    with suppress(OSError):
        for _, entry in reversed(list(_entries(folder))):
            with suppress(OSError):
                (os.rmdir if entry.is_dir(follow_symlinks=False) else os.unlink)(entry.path)
        folder.rmdir()


def tidy(output: Path) -> None:
    """Clears what a killed run left. A folder that was on its way out goes back if nothing took its place."""
    for rest in sorted(output.parent.iterdir()):
        if rest.name.startswith(f".{output.name}.old-") and not output.exists():
            rest.rename(output)
        elif rest.name.startswith((f".{output.name}.old-", f".{output.name}.new-")):
            _remove(rest)


def _beside(output: Path, role: str) -> Path:
    return output.with_name(f".{output.name}.{role}-{os.getpid()}")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(folder: Path, files: Iterable[tuple[str, bytes]]) -> set[str]:
    """Writes each file, piece by piece; their names."""
    folder.mkdir()
    names = set()
    for name, pieces in groupby(files, itemgetter(0)):
        inside = PurePosixPath(name)
        if inside.is_absolute() or ".." in inside.parts:
            message = f"{name} is not inside the output"
            raise ValueError(message)
        path = folder / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.writelines(piece for _, piece in pieces)
            file.flush()
            os.fsync(file.fileno())
        names.add(name)
    return names


def _written_before(output: Path) -> set[str]:
    """The files that the earlier run says it wrote."""
    try:
        return {str(name) for name in json.loads((output / "run.json").read_bytes())["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a file system without links, or another user's file
        shutil.copy2(source, target, follow_symlinks=False)
        if not target.is_symlink():
            _sync(target)


def _carry_over(old: Path, new: Path, ours: set[str]) -> None:
    """Puts what is not ours into `new` too, by a second link where possible, so that both folders are whole."""
    our_folders = {str(parent) for name in ours for parent in PurePosixPath(name).parents}

    theirs = []
    for name, entry in _entries(old):
        target = new / name
        if not entry.is_dir(follow_symlinks=False):
            if name not in ours:
                target.parent.mkdir(parents=True, exist_ok=True)
                _link(Path(entry.path), target)
        elif name not in our_folders:
            target.mkdir(parents=True)
            theirs.append((entry.path, target))
    for path, target in reversed(theirs):  # once nothing more is put into it
        shutil.copystat(path, target)


def exchange(one: Path, other: Path) -> bool:
    """Gives each of two folders the other's name in one step; False where the system has no such step."""
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux":
        call, arguments = "renameat2", (-100, names[0], -100, names[1], 2)  # AT_FDCWD twice, RENAME_EXCHANGE
    elif sys.platform == "darwin":
        call, arguments = "renamex_np", (*names, 2)  # RENAME_SWAP
    else:
        return False
    function = getattr(ctypes.CDLL(None, use_errno=True), call, None)
    if function is None:
        return False
    if function(*arguments) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NO_SUCH_STEP:
        return False
    raise OSError(code, os.strerror(code), str(other))


def replace(output: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Makes `output` a folder of `files` and of what in it is not ours."""
    new = _beside(output, "new")
    names = _write(new, files)
    if output.is_dir():
        _carry_over(output, new, _written_before(output) | names)
    inside = [Path(entry.path) for _, entry in _entries(new) if entry.is_dir(follow_symlinks=False)]
    for folder in (new, *inside):
        _sync(folder)
    if not output.is_dir():
        new.rename(output)
    elif not exchange(new, output):
        output.rename(_beside(output, "old"))
        new.rename(output)
    _sync(output.parent)
