"""What a page of docs/ may name between backticks: what is there in the code, in the repository, or on the page."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from functools import cache
from pathlib import Path

import typer.main

from pipeline.clean.rules import RULES as CLEANING
from pipeline.cli import app
from pipeline.compare.entailment import LABELS, SHIPPED
from pipeline.compare.guards import GUARDS
from pipeline.compare.relation import UNRELATED
from pipeline.compare.rules import RULES
from pipeline.flow import STAGES
from pipeline.other_languages import UNSUPPORTED
from pipeline.records import BlockKind, Certainty, ClaimKind, Polarity, Relation, Status
from pipeline.report import data_dictionary
from pipeline.report.tables import CHANGES, TABLES
from pipeline.settings import CONFIG_NAME, Columns, Settings
from pipeline.source_notes import SOURCES
from tests.docs.lists import NUMBERS
from tests.docs.page import PROJECT, fences

_NOTATION = frozenset({";", "...", "$", "NaN", "NULL"})  # of these pages, of pandas and of SQL
_LISTED: tuple[type[StrEnum], ...] = (BlockKind, Certainty, ClaimKind, Polarity, Relation, Status)


def _words() -> Iterator[str]:
    for table in (*TABLES, CHANGES):
        yield table.name
        yield from (column.name for column in table.columns)
    for kind in (Settings, Columns):
        yield from (field.name for field in fields(kind))
    yield from (str(field.default) for field in fields(Settings))
    yield from (member.value for listed in _LISTED for member in listed)
    yield from (rule.name for rule in CLEANING)
    yield from (rule.name for rule in RULES)
    yield from (name for name, _ in GUARDS)
    yield from (stage.name for stage in STAGES)
    yield from (name for _, name, _ in NUMBERS)
    yield from (*LABELS, UNRELATED, UNSUPPORTED, CONFIG_NAME, SOURCES, "tellings")


def _model_words() -> Iterator[str]:
    """The files of a model's folder, and the keys of its configuration."""
    yield from (path.name for path in SHIPPED.iterdir())
    yield from json.loads((SHIPPED / "config.json").read_text(encoding="utf-8"))


@cache
def words() -> frozenset[str]:
    """Columns, settings, rules, relations and all else that has a name in the code."""
    return frozenset((*_words(), *_model_words()))


@cache
def _written() -> frozenset[str]:
    """The files that a run writes, as the data dictionary names them."""
    names = re.findall(r"^\| `([^`]+)` \|", data_dictionary().partition("\n## ")[0], re.MULTILINE)
    return frozenset((*names, *(f"output/{name}" for name in names), "output/"))


@cache
def _targets() -> frozenset[str]:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    return frozenset(word for line in re.findall(r"^([a-z ]+):", makefile, re.MULTILINE) for word in line.split())


def _is_command(name: str) -> bool:
    program, *said = name.split()
    if program == "make":
        return set(said) <= _targets()
    if program == "python" and said:
        return (PROJECT / said[0]).is_file()
    commands = typer.main.get_command(app).commands
    if program != "tellings" or not said or said[0] not in commands:
        return False
    options = {option for parameter in commands[said[0]].params for option in parameter.opts}
    return {word for word in said if word.startswith("-")} <= options


def is_known(name: str, page: Path) -> bool:
    """Whether what a page names is there: as a word, a path, a command, or in one of the page's own blocks."""
    return (
        name in words()
        or name in _NOTATION
        or name in _written()
        or (PROJECT / name).exists()
        or _is_command(name)
        or any(name in fence.content for fence in fences(page))
    )
