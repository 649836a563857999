"""The words around names, as patterns, by language: `languages/*.toml`.

In the tables ’ stands for either apostrophe, which no space follows.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

MOST_BETWEEN = 4  # words between a noun and what links the name to it: "comité régional des pêches des"
_CAPITAL = "[A-ZÀ-Þ]"
_SMALL = r"[^\W\d_A-ZÀ-Þ][\w-]*(?:\s|[’'])"  # a word in small letters, and what parts it from the next

Patterns = tuple[tuple[str, re.Pattern[str]], ...]  # each with the type of what it tells
Nouns = Mapping[str, list[str]]  # by type


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked for at the start of a name, right before one (patterns that end there), and anywhere."""

    common: frozenset[str]  # words in small letters
    linking: frozenset[str]  # the same, as a tokenizer has them
    article: re.Pattern[str]  # at the start
    title: re.Pattern[str]
    nouns: Patterns
    titled: Patterns  # before; all of these have a group `noun`
    introduces: Patterns
    begins_at_once: Patterns
    begins: Patterns
    made_in: Patterns
    office: Patterns
    indefinite: re.Pattern[str]  # before such a noun
    at: re.Pattern[str]  # before
    forms: Patterns  # anywhere, with a group `name`
    called: Patterns  # the same, before a person


def _any(words: Iterable[str]) -> str:
    """Any of the words, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    written = (re.escape(word).replace(r"\ ", r"\s").replace("’", "[’']") for word in longest_first)
    return f"(?:{'|'.join(written)})"


def _then(words: Iterable[str]) -> str:
    """The same in either case, with what parts it from the next word."""
    return rf"(?i:{_any(words)})(?:(?<=[’'])|\s)"


def _before(nouns: Nouns, between: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """What ends where a name starts: one of the nouns, and `between`."""
    for kind, words in nouns.items():
        yield kind, re.compile(rf"(?<!\w)(?P<noun>(?i:{_any(words)}))\s{between}\Z")


def _forms(table: Mapping[str, Any], linking: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for kind, names in table["whole"].items():
        yield kind, re.compile(rf"(?<!\w)(?P<name>{_any(names)})(?!\w)")
    for kind, words in table["opens"].items():
        yield kind, re.compile(rf"(?<!\w)(?P<name>{_any(words)}\s{linking}{_CAPITAL}[\w-]*)")
    people = table["people"]
    for before, name in ((people["one"], _people(people, "")), (people["many"], _people(people, "s?"))):
        yield "NORP", re.compile(rf"(?<!\w){_then(before)}(?P<name>{name})(?![\w-])")


def _people(people: Mapping[str, list[str]], plural: str) -> str:
    return rf"(?:{_CAPITAL}\w*{_any(people['ending'])}|{_any(people['other'])}){plural}"


@cache
def words_of(language: str) -> Words | None:
    """The words of a language (ISO 639-1), where there is a table of them."""
    path = files(__package__).joinpath("languages", f"{language}.toml")
    if not path.is_file():
        return None
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    linking = _then(table["linking"])
    between = rf"(?:{_SMALL}){{0,{MOST_BETWEEN}}}?{linking}"
    titles, people = _any(table["title"]), table["people"]
    at_once, begins = table["begins_at_once"], table["begins"]
    return Words(
        common=frozenset(table["common"]),
        linking=frozenset(word.replace("’", mark) for word in " ".join(table["linking"]).split() for mark in "'’"),
        article=re.compile(_then(table["article"])),
        title=re.compile(rf"{titles}\s"),
        nouns=tuple((kind, re.compile(rf"(?i:{_any(words)})\s")) for kind, words in begins.items()),
        titled=(("PERSON", re.compile(rf"(?<!\w)(?P<noun>{titles})\s\Z")),),
        introduces=(*_before(table["introduces"], rf"(?:(?!{linking}){_SMALL})?"), *_before(table["of"], linking)),
        begins_at_once=tuple(_before(at_once, "")),
        begins=tuple(_before(begins, between)),
        made_in=tuple(_before(table["made_in"], _then(table["linking_place"]))),
        office=tuple(_before(table["office"], between)),
        indefinite=re.compile(rf"(?<!\w){_then(table['indefinite'])}\Z"),
        at=re.compile(rf"(?<!\w){_then(table['at'])}\Z"),
        forms=tuple(_forms(table, linking)),
        called=(("NORP", re.compile(rf"(?<!\w){_then(people['named'])}(?P<name>{_people(people, 's?')})\s")),),
    )
