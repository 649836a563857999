"""entities.toml: what an analyst decides about names, in the folder of `pipeline.toml`. It overrules every rule.

    [[merge]]                                   # one thing; the first one named keeps its id
    entities = ["john-f-kennedy", "Jack Kennedy"]

    [[split]]                                   # a name that is taken for the wrong one
    name = "Kennedy"                            # as the articles write it
    entity = "john-f-kennedy"                   # what it was taken for
    into = "Robert Kennedy"                     # what it is: an entity, or a new name
    articles = ["memoir-txt"]                   # only there; without this, everywhere

    [[rename]]                                  # what the tables call it
    entity = "acme-corp"
    name = "Acme"                               # or only one of the two
    type = "ORG"

An entity is named by its id in `entities.csv` or by a name that only it has. Every judgement may carry a `reason`. They
take effect in this order: splits, merges, renames, each in the order of the file. One that names what no article has
does nothing, and the run says so.
"""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from pipeline.errors import Stop
from pipeline.toml_files import fitted, meant, read_toml

JUDGEMENTS = "entities.toml"

Name = Annotated[str, msgspec.Meta(pattern=r"\w")]
NameOrNone = Annotated[str, msgspec.Meta(pattern=r"^\Z|\w")]
Type = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "ROLE", "LAW", "EVENT", "PRODUCT", "WORK_OF_ART"]


@dataclass(frozen=True, slots=True)
class MergeThem:
    entities: Annotated[tuple[Name, ...], msgspec.Meta(min_length=2)]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SplitOff:
    name: Name
    entity: Name
    into: Name
    articles: tuple[Name, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Rename:
    entity: Name
    name: NameOrNone = ""
    type: Type | Literal[""] = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judgements:
    """All that the file says, in its order."""

    merge: tuple[MergeThem, ...] = ()
    split: tuple[SplitOff, ...] = ()
    rename: tuple[Rename, ...] = ()


NONE = Judgements()
_KINDS = {"merge": MergeThem, "split": SplitOff, "rename": Rename}
_HINT = "docs/names.md shows what a judgement looks like."


def _meant(key: str, names: list[str]) -> str:
    return meant(key, names, f"It may have {', '.join(names)}.")


def _check_keys(path: Path, values: dict[str, Any]) -> None:
    for kind, rows in values.items():
        if kind not in _KINDS:
            raise Stop(f"{path} has a table {kind!r}.", _meant(kind, list(_KINDS)))
        if not isinstance(rows, list):
            raise Stop(f"{path} has one table {kind!r}.", f"Write [[{kind}]], with two brackets, above each judgement.")
        names = [field.name for field in fields(_KINDS[kind])]
        for number, row in enumerate(rows, 1):
            for key in row if isinstance(row, dict) else ():
                if key not in names:
                    raise Stop(f"{path}, {kind} {number}, has a key {key!r}.", _meant(key, names))


def _check_sense(path: Path, found: Judgements) -> None:
    for number, row in enumerate(found.merge, 1):
        if len(set(row.entities)) < len(row.entities):
            raise Stop(f"{path}, merge {number}, names an entity twice.", "Name each once.")
    for number, rename in enumerate(found.rename, 1):
        if not rename.name and not rename.type:
            raise Stop(f"{path}, rename {number}, has neither a name nor a type.", "Give one of them, or remove it.")


def read_judgements(folder: Path) -> Judgements:
    """What entities.toml in the folder says; nothing where there is none.

    Raises `Stop` where it is no TOML, has a key that no judgement has, lacks one that it needs, or makes no sense.
    """
    path = folder / JUDGEMENTS
    if not path.exists():
        return NONE
    values = read_toml(path, _HINT)
    _check_keys(path, values)
    found = fitted(values, Judgements, str(path), _HINT)
    _check_sense(path, found)
    return found
