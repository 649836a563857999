"""The set phrases of web sites, as tables of regular expressions by language, and how they are put together.

In a phrase `{name}` stands for the list of that name in the same table, and a `$` at its end for the end of the text
that it is looked for in, signs aside. What else is written in a shorter way is the reader's, who says so.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def languages(package: str) -> tuple[dict[str, Any], ...]:
    """The tables `languages/*.toml` of a package, in the order of their names."""
    folder = files(package).joinpath("languages")
    tables = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(tomllib.loads(entry.read_text(encoding="utf-8")) for entry in tables)


def any_of(phrases: list[str], table: dict[str, list[str]]) -> str:
    """One expression for all of the phrases, the named lists filled in."""
    filled = (re.sub(r"\{([a-z]+)\}", lambda name: any_of(table[name[1]], table), phrase) for phrase in phrases)
    ended = (re.sub(r"\$$", r"(?=\\W*$)", phrase) for phrase in filled)
    return f"(?:{'|'.join(ended)})"
