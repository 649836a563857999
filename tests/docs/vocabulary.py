"""What a page of docs/ may name between backticks: what is there in the code, in the repository, or on the page."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import get_args

import typer.main

from pipeline.clean.rules import RULES as CLEANING
from pipeline.cli import app
from pipeline.commands.settings import in_toml
from pipeline.compare.entailment import LABELS, SHIPPED, UNRELATED
from pipeline.compare.guards import GUARDS
from pipeline.compare.rules import RULES
from pipeline.flow import STAGES
from pipeline.inputs.source_notes import SOURCES
from pipeline.judgements import JUDGEMENTS, Judgements, MergeThem, Rename, SplitOff, Type
from pipeline.plan import Plan
from pipeline.records import BlockKind, Certainty, ClaimKind, Polarity, Rejected, Relation, Status
from pipeline.reference import DIFF_KEYS, RUN_KEYS
from pipeline.report import data_dictionary
from pipeline.report.differences import Cell, Difference
from pipeline.report.tables import CHANGES, TABLES
from pipeline.settings import CONFIG_NAME, Columns, Settings
from pipeline.summary import Dispute, Side, Warned
from pipeline.tag.packages import REGISTRY
from tests.docs.lists import NUMBERS
from tests.docs.page import PROJECT, fences

# Of these pages, of pandas, of SQL and of JSON.
_NOTATION = frozenset({";", "...", "$", "NaN", "NULL", "true", "false", "file", "file#key"})
# What an input may hold and a system has, of which the page on faults and attacks speaks.
_ATTACKS = frozenset({"..", "![", "</html>", "/dev/full", "synchronous = NORMAL"})
_TABLES = frozenset({"columns", "judgements"})  # settings that are tables themselves
_LISTED: tuple[type[StrEnum], ...] = (BlockKind, Certainty, ClaimKind, Polarity, Relation, Status)


def _words() -> Iterator[str]:
    for table in (*TABLES, CHANGES):
        yield table.name
        yield from (column.name for column in table.columns)
    for kind in (Settings, Judgements, MergeThem, SplitOff, Rename, Plan, Dispute, Side, Warned, Rejected):
        yield from (field.name for field in fields(kind))
    for kind in (Difference, Cell):
        yield from (field.name for field in fields(kind))
    for kind, prefix in ((Settings, ""), (Columns, "columns.")):
        yield from (f"{prefix}{field.name}" for field in fields(kind))
        yield from (in_toml(getattr(kind(), field.name)) for field in fields(kind) if field.name not in _TABLES)
    yield from (*RUN_KEYS, *DIFF_KEYS, *REGISTRY, *get_args(Type))
    yield from (member.value for listed in _LISTED for member in listed)
    yield from (rule.name for rule in CLEANING)
    yield from (rule.name for rule in RULES)
    yield from (name for name, _ in GUARDS)
    yield from (stage.name for stage in STAGES)
    yield from (name for _, name, _ in NUMBERS)
    yield from (*LABELS, UNRELATED, CONFIG_NAME, JUDGEMENTS, SOURCES, "tellings")


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


@cache
def _codes() -> frozenset[str]:
    """What the code has as a string of one word: codes of rejects and warnings, and the like."""
    sources = (path.read_text(encoding="utf-8") for path in (PROJECT / "pipeline").rglob("*.py"))
    return frozenset(word for source in sources for word in re.findall(r'"([a-z]+(?:_[a-z]+)*)"', source))


@cache
def _options() -> Mapping[str, frozenset[str]]:
    """The commands of the program, each with its options."""
    commands = typer.main.get_command(app).commands
    return {
        name: frozenset({"--help", *(option for parameter in command.params for option in parameter.opts)})
        for name, command in commands.items()
    }


def _is_command(name: str) -> bool:
    program, *said = name.split()
    if program == "make":
        return set(said) <= _targets()
    if program == "python" and said:
        module = said[1:2] if said[0] == "-m" else ()
        return any((PROJECT / path).exists() for path in module or said[:1])
    if program != "tellings" or not said:
        return False
    options = {"COMMAND": frozenset({"--help"}), "--help": frozenset({"--help"}), **_options()}.get(said[0])
    return options is not None and options >= {word for word in said if word.startswith("-")}


def _is_option(name: str) -> bool:
    return name in _options() or any(name in options for options in _options().values())


def _is_place(name: str) -> bool:
    """A file or folder, by its path here or in tests/, or a test as FILE::NAME; the options of a script go after it."""
    path, _, test = name.partition("::")
    found = next((place for place in (PROJECT / path.split()[0], PROJECT / "tests" / path) if place.exists()), None)
    return bool(found and (not test or f"def {test}(" in found.read_text(encoding="utf-8")))


def is_known(name: str, page: Path) -> bool:
    """Whether what a page names is there: as a word, path, test, command, option, or in one of the page's blocks."""
    return (
        name in words() | _NOTATION | _ATTACKS
        or re.sub(r"^\[+(\w+)\]+$", r"\1", name) in words()  # a table of a settings file
        or name in _written()
        or name in _codes()
        or _is_place(name)
        or _is_command(name)
        or _is_option(name)
        or any(name in fence.content for fence in fences(page))
    )
