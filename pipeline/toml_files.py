"""Files that people write in TOML: read, fitted to a record, or said what is wrong with them and what was meant."""

import tomllib
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from pipeline.errors import Stop
from pipeline.inputs.ordinary_files import read_text

T = TypeVar("T")


def read_toml(path: Path, hint: str) -> dict[str, Any]:
    """The tables of a file. Raises `Stop` with the hint where it cannot be read."""
    try:
        return tomllib.loads(read_text(path))
    except (ValueError, RecursionError) as error:  # no file, no UTF-8, no TOML, or too deep
        raise Stop(f"{path} cannot be read: {error}.", f"Correct it, or leave it out. {hint}") from error


def fitted(values: dict[str, Any], kind: type[T], where: str, hint: str) -> T:
    """The tables as a record of that kind. Raises `Stop` with the hint where a value does not fit."""
    try:
        return msgspec.convert(values, kind)
    except msgspec.ValidationError as error:
        raise Stop(f"{where} does not fit: {error}.", hint) from error


def meant(name: str, names: Sequence[str], otherwise: str = "", table: str = "") -> str:
    """What a person who wrote `name` will have meant, where one of the `names` is near; else `otherwise`.

    >>> meant("worker", ["workers", "xlsx"]), meant("txt", ["text"], table="columns.")
    ("Did you mean 'workers'?", "Did you mean 'columns.text'?")
    """
    close = get_close_matches(name, names, n=1)
    return f"Did you mean {table + close[0]!r}?" if close else otherwise
