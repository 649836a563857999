"""The files of a spaCy pipeline: what results are found by, and for the default one, only as they were measured."""

import tomllib
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import msgspec

from pipeline.errors import Stop
from pipeline.onnx import MODELS


def _hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file by its path, without what Python compiles for itself."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in paths}


@cache
def language_model_digest(package: str) -> str:
    """One SHA-256 over all files of the installed `package`.

    Raises `Stop` where `checksums.toml` says another, and where the files cannot be read.
    """
    hint = f"Install it again: pip install --force-reinstall {package.replace('_', '-')}, or make distclean."
    spec = find_spec(package)  # without running anything of it
    folder = Path(spec.origin).parent if spec and spec.origin else Path(package)
    try:
        hashes = _hashes(folder)
    except OSError as error:
        raise Stop(f"The spaCy pipeline {package} cannot be read: {error}.", hint) from error
    digest = sha256(msgspec.json.encode(hashes, order="sorted")).hexdigest()
    expected = tomllib.loads((MODELS / "checksums.toml").read_text(encoding="utf-8")).get(package, digest)
    if digest != expected:
        raise Stop(f"The spaCy pipeline is not the one that was measured: {package} has other files.", hint)
    return digest
