"""raw/ -> documents: regular files only, size-limited, in one order whatever the file system says."""

import csv
import io
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path

from pipeline.errors import Exit, Stop
from pipeline.records import Document, Rejected, SourceNote

SOURCES = "sources.csv"
NOT_ARTICLES = frozenset({"README.md", SOURCES})  # beside dot files: the only names that are not read


@dataclass(frozen=True, slots=True)
class Inputs:
    documents: tuple[Document, ...]
    rejects: tuple[Rejected, ...]
    notes: tuple[SourceNote, ...]


def _files(raw: Path) -> Iterator[tuple[str, Path]]:
    """Every candidate below `raw`, links and devices included, sorted by path."""
    found: list[tuple[str, Path]] = []
    for folder, folders, names in os.walk(raw):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in names + links:
            path = Path(folder) / name
            inside = path.relative_to(raw).as_posix()
            if not name.startswith(".") and inside not in NOT_ARTICLES:
                found.append((inside.encode(errors="backslashreplace").decode(), path))
    yield from sorted(found)


def _reject(path: str, code: str, message: str, hint: str, size: int = 0) -> Rejected:
    return Rejected(path, "", size, "inputs", code, message, hint)


def _read(name: str, path: Path, limit: int) -> Document | Rejected:
    """The file's bytes, or why not. Opened without following a link, and only read if it is an ordinary file."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if path.is_symlink():
            return _reject(
                name, "link", "It is a link, and links are not followed.", "Copy the file itself into the folder."
            )
        return _reject(name, "unreadable", f"It cannot be opened: {error.strerror}.", "Check its permissions.")
    with open(handle, "rb") as file:  # noqa: PTH123 - an open descriptor has no path
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return _reject(name, "not_a_file", "It is a device, pipe or socket.", "Only ordinary files are read.")
        if status.st_size > limit:
            hint = "Split it, or raise max_input_bytes in pipeline.toml."
            return _reject(
                name, "too_large", f"It has {status.st_size:,} bytes; the limit is {limit:,}.", hint, status.st_size
            )
        content = file.read(limit + 1)
    return Document(name, sha256(content).hexdigest(), content)


def _notes(raw: Path) -> tuple[SourceNote, ...]:
    path = raw / SOURCES
    if not path.is_file():
        return ()
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig")), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Stop(f"{path} cannot be read: {error}.", "Save it as CSV in UTF-8.") from error
    names = [field.name for field in fields(SourceNote)]
    if rows and (unknown := {str(key) for key in rows[0]} - set(names)):
        raise Stop(f"{path} has the column {', '.join(sorted(unknown))}.", f"It may have {', '.join(names)}.")
    if rows and "path" not in rows[0]:
        raise Stop(f"{path} has no column 'path'.", "Each row names a file inside the folder by its path.")
    return tuple(SourceNote(**{name: (row.get(name) or "").strip() for name in names}) for row in rows)


def read_inputs(raw: Path, max_input_bytes: int) -> Inputs:
    """Everything in `raw`: each candidate is a document or a reject.

    Raises `Stop` if there is no such folder, nothing in it, or a `sources.csv` that does not fit.
    """
    if not raw.is_dir():
        raise Stop(f"There is no folder {raw}.", "Make it, and put articles into it.", Exit.NO_INPUT)
    read = [_read(name, path, max_input_bytes) for name, path in _files(raw)]
    if not read:
        hint = "Put at least one article into it: .txt, .html or .md."
        raise Stop(f"There is no article in {raw}.", hint, Exit.NO_INPUT)
    documents = tuple(item for item in read if isinstance(item, Document))
    rejects = tuple(item for item in read if isinstance(item, Rejected))
    return Inputs(documents, rejects, _notes(raw))
