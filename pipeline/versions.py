"""Which code made a result: digests of the package's own source files, so that changed code is never stale."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

_pack = msgspec.msgpack.encode
# What every stage works with, and how its results are kept.
_SHARED = frozenset(
    {
        "records.py",
        "dates.py",
        "disjoint_sets.py",
        "foreign_months.py",
        "workers/outcomes.py",
        "onnx.py",
        "phrase_tables.py",
    }
)
_NOT_CODE = frozenset({"models", "__pycache__"})  # weights have digests of their own
_RESTS_ON = {"compare": ("tag",)}  # whose rules of names, words and times a stage uses


def _source_files(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name not in _NOT_CODE:
            yield from ((f"{entry.name}/{name}", content) for name, content in _source_files(entry))
        elif entry.name.endswith((".py", ".csv", ".toml", ".jinja", ".css", ".js")):
            yield entry.name, entry.read_bytes()


@cache
def stage_version(stage: str) -> str:
    """A digest of the code and tables of one stage's folder, of what it rests on and of what all stages share."""
    digest = sha256()
    folders = tuple(f"{folder}/" for folder in (stage, *_RESTS_ON.get(stage, ())))
    for name, content in _source_files(files("pipeline")):
        if name in _SHARED or name.startswith(folders):
            digest.update(_pack((name, content)))
    return digest.hexdigest()


@cache
def code_version() -> str:
    """A digest of all code and tables of the package, the writers' too."""
    digest = sha256()
    for name, content in _source_files(files("pipeline")):
        digest.update(_pack((name, content)))
    return digest.hexdigest()
