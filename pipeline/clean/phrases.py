"""The set phrases of web sites, by cleaning rule and language: `languages/*.toml`.

A phrase is a regular expression that matches whole words in any case. A space stands for any white space and ’ for
either apostrophe, `{name}` for the list of that name in the same table, and a `$` at the end for the end of the block,
signs aside. A rule reads all languages at once: German sites have buttons that say "Share".
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _languages() -> tuple[dict[str, Any], ...]:
    folder = files("pipeline.clean").joinpath("languages")
    tables = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(tomllib.loads(entry.read_text(encoding="utf-8")) for entry in tables)


def _expression(phrase: str, table: dict[str, list[str]]) -> str:
    filled = re.sub(r"\{([a-z]+)\}", lambda name: _any_of(table[name[1]], table), phrase)
    ended = re.sub(r"\$$", r"(?=\\W*$)", filled)
    spaced = ended.replace(" ", r"\s+")
    return re.sub(r"\[[^]]*\]|’", lambda found: found[0].replace("’", "’'") if found[0] != "’" else "[’']", spaced)


def _any_of(phrases: list[str], table: dict[str, list[str]]) -> str:
    return f"(?:{'|'.join(_expression(phrase, table) for phrase in phrases)})"


@cache
def phrases(rule: str, name: str) -> str:
    """A regular expression for any one of the phrases of this name, in any language; raises `KeyError` for no rule.

    >>> bool(re.match(phrases("share", "act"), "Partager cet article"))
    True
    >>> bool(re.match(phrases("share", "act"), "Sharepoint"))
    False
    """
    tables = [language[rule] for language in _languages()]
    return rf"(?i:(?<!\w)(?:{'|'.join(_any_of(table[name], table) for table in tables if name in table)})(?!\w))"
