"""Where the articles of a run past one machine lie, and which of them make a shard."""

import posixpath
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from pathlib import Path

import fsspec

from pipeline.errors import Exit, Stop
from pipeline.inputs import NOT_ARTICLES, files_in
from pipeline.inputs.source_notes import SOURCES, read_notes
from pipeline.records import SourceNote

SHARD_BYTES = 32 * 2**20  # minutes of work, so that the seconds that a task costs are few, and a lost one is no loss
SHARD_FILES = 250
FEWEST = 2  # shards, where there are as many files
MOST = 2_000  # shards: every part may send to every other, and a shuffle has as many reads as the square of this


@dataclass(frozen=True, slots=True)
class Source:
    """One file of articles, with what sources.csv says of it and of the records in it."""

    path: str  # as in articles.csv
    address: str
    size: int
    state: str  # another one where the file may have changed
    is_file: bool = True  # of this machine and those that share its disks, and not fsspec's


@dataclass(frozen=True, slots=True)
class Shard:
    """The inputs of a task."""

    sources: tuple[Source, ...]
    notes: tuple[SourceNote, ...]  # what sources.csv says of them and of the records in them


def _local(folder: Path) -> Iterator[Source]:
    for name, path in files_in(folder):
        size, state = 0, ""
        with suppress(OSError):  # reading it will tell what is wrong with it
            status = path.lstat()
            size, state = status.st_size, f"{status.st_size} {status.st_mtime_ns}"
        yield Source(name, str(path.absolute()), size, state)


def _fixed(address: str) -> str:
    """The part of an address before its first wildcard, up to a slash; of one file its folder."""
    head = address[: min((i for i, c in enumerate(address) if c in "*?["), default=len(address))]
    return head.rpartition("/")[0]


def _found(address: str) -> tuple[list[Source], str]:
    """The files behind an address or a glob, named from its fixed part on, and that part."""
    system, path = fsspec.core.url_to_fs(address)
    if system.isdir(path):
        base, paths = path.rstrip("/"), system.find(path)
    else:
        base, paths = _fixed(path), system.glob(path)
    names = {one: posixpath.relpath(one, base) for one in paths}
    kept = {
        one: name
        for one, name in names.items()
        if name not in NOT_ARTICLES and not any(part.startswith(".") for part in name.split("/")) and system.isfile(one)
    }
    sources = [
        Source(name, system.unstrip_protocol(one), system.size(one) or 0, system.ukey(one), is_file=False)
        for one, name in kept.items()
    ]
    return sources, system.unstrip_protocol(base)


def _notes(base: str) -> tuple[SourceNote, ...]:
    """What sources.csv says beside the articles, if it is there."""
    system, path = fsspec.core.url_to_fs(f"{base}/{SOURCES}")
    if not system.exists(path):
        return ()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / SOURCES).write_bytes(system.cat_file(path))
        return read_notes(Path(folder))


def listed(raw: Path, addresses: Sequence[str]) -> tuple[list[Source], tuple[SourceNote, ...]]:
    """The files in the folder, or behind the addresses, sorted by path, and what sources.csv says.

    Raises `Stop` if there is none, or two have one path.
    """
    if addresses:
        found = [_found(address) for address in addresses]
        sources = [source for some, _ in found for source in some]
        notes = tuple(note for base in dict.fromkeys(base for _, base in found) for note in _notes(base))
    elif raw.is_dir():
        sources, notes = list(_local(raw)), read_notes(raw)
    else:
        raise Stop(f"There is no folder {raw}.", "Make it, and put articles into it.", Exit.NO_INPUT)
    if not sources:
        where = ", ".join(addresses) or raw
        raise Stop(f"There is no article in {where}.", "Put at least one there.", Exit.NO_INPUT)
    ordered = sorted(sources, key=lambda source: source.path)
    if twice := next((one.path for one, other in pairwise(ordered) if one.path == other.path), ""):
        raise Stop(f"Two inputs are called {twice}.", "Give one address above both, so that their folders are named.")
    return ordered, notes


def _owner(path: str, names: AbstractSet[str]) -> str:
    """The first file that a path belongs to: itself, or `file` of `file#key`; "" if there is none."""
    cuts = [i for i, character in enumerate(path) if character == "#"]
    return next((path[:cut] for cut in (*cuts, len(path)) if path[:cut] in names), "")


def sharded(sources: Sequence[Source], notes: Sequence[SourceNote]) -> list[Shard]:
    """The files, in order, in shards of about one size. A file and one called like a record in it are never parted."""
    names = {source.path for source in sources}
    together: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        together[_owner(source.path, names)].append(source)
    about: dict[str, list[SourceNote]] = defaultdict(list)
    for note in notes:
        about[_owner(note.path, names)].append(note)
    weights = [sum(max(one.size * SHARD_FILES, SHARD_BYTES) for one in files) for files in together.values()]
    before = [0, *accumulate(weights)]
    full = -(-before[-1] // (SHARD_BYTES * SHARD_FILES))
    count = min(max(full, min(len(together), FEWEST)), MOST)
    shards: dict[int, Shard] = {}
    for (owner, files), start in zip(together.items(), before, strict=False):
        place = start * count // before[-1]
        shard = shards.get(place, Shard((), ()))
        shards[place] = Shard((*shard.sources, *files), (*shard.notes, *about.pop(owner, ())))
    first, *others = shards.values()
    return [replace(first, notes=(*first.notes, *about[""])), *others]  # with the notes on what is nowhere
