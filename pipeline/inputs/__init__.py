"""raw/ -> documents: regular files only, size-limited, in one order whatever the file system says."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pipeline.errors import Exit, Reject, Stop
from pipeline.inputs.ordinary_files import read_file
from pipeline.inputs.source_notes import SOURCES, read_notes
from pipeline.records import Document, Rejected, SourceNote

NOT_ARTICLES = frozenset({"README.md", SOURCES})  # beside dot files: the only names that are not read


@dataclass(frozen=True, slots=True)
class Inputs:
    documents: tuple[Document, ...]
    rejects: tuple[Rejected, ...]
    notes: tuple[SourceNote, ...]


def files_in(raw: Path) -> Iterator[tuple[str, Path]]:
    """Every candidate below `raw`, links, devices and folders that cannot be opened included, sorted by path."""
    found: list[Path] = []
    waiting = [raw]
    while waiting:  # folders may lie deeper in each other than Python's stack
        folder = waiting.pop()
        try:
            entries = [entry for entry in os.scandir(folder) if not entry.name.startswith(".")]
        except OSError:
            found.append(folder)
            continue
        waiting += [folder / entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        found += [folder / entry.name for entry in entries if not entry.is_dir(follow_symlinks=False)]
    inside = {path.relative_to(raw).as_posix(): path for path in found}
    candidates = [(name, path) for name, path in inside.items() if name not in NOT_ARTICLES]
    yield from sorted((name.encode(errors="backslashreplace").decode(), path) for name, path in candidates)


def read_input(name: str, path: Path, limit: int) -> Document | Rejected:
    """The file's bytes, or why not."""
    try:
        content, size = read_file(path, limit)
    except Reject as refusal:
        return Rejected(name, "", 0, "inputs", *refusal.args)
    return document_of(name, content, size, limit)


def document_of(name: str, content: bytes, size: int, limit: int) -> Document | Rejected:
    """What was read of an input, one byte more than the limit where there is so much. `size` is what it says it has."""
    if len(content) > limit:  # what was read decides, because a file may grow
        size = max(size, len(content))
        message, hint = (
            f"It has {size:,} bytes; the limit is {limit:,}.",
            "Split it, or raise max_input_bytes in pipeline.toml.",
        )
        return Rejected(name, "", size, "inputs", "too_large", message, hint)
    return Document(name, sha256(content).hexdigest(), content)


def read_inputs(raw: Path, max_input_bytes: int) -> Inputs:
    """Everything in `raw`: each candidate is a document or a reject.

    Raises `Stop` if there is no such folder, nothing in it, or a `sources.csv` that does not fit.
    """
    if not raw.is_dir():
        raise Stop(f"There is no folder {raw}.", "Make it, and put articles into it.", Exit.NO_INPUT)
    read = [read_input(name, path, max_input_bytes) for name, path in files_in(raw)]
    if not read:
        hint = "Put at least one article into it, such as a .txt, .html, .pdf or .eml file."
        raise Stop(f"There is no article in {raw}.", hint, Exit.NO_INPUT)
    documents = tuple(item for item in read if isinstance(item, Document))
    rejects = tuple(item for item in read if isinstance(item, Rejected))
    return Inputs(documents, rejects, read_notes(raw))
