"""A row of the alias table, and how a reviewed line becomes rows."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
REVIEWED = Path(__file__).parent / "reviewed"
KINDS = ("name", "short", "acronym", "adjective", "demonym", "plural", "role", "capital", "seat")
TYPES = ("GPE", "LOC", "ORG", "EVENT", "LAW", "ROLE", "FAC")

# A reviewed column holds aliases of one kind; `names` holds further full names.
COLUMNS = {"acronym": "acronym", "short": "short", "adjective": "adjective", "demonym": "demonym"}
COLUMNS |= {"plural": "plural", "names": "name"}


@dataclass(frozen=True, slots=True)
class Entity:
    """What the aliases name. `entity_id` never changes; `name` is only for display."""

    entity_id: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Row:
    """One alias of one entity. `ambiguous`: the alias alone does not decide, context must."""

    entity: Entity
    alias: str
    kind: str
    source: str = "reviewed"
    ambiguous: bool = False


def slug(name: str) -> str:
    """Give a readable id: "Washington, D.C." becomes `washington-dc`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name).lower().replace(".", "").replace("'", "")).strip("-")


def fold(text: str) -> str:
    """Drop the accents, and the few letters that Unicode does not take apart."""
    plain = text.translate(str.maketrans(f"łŁøØıđĐ{CURLY}", "lLoOidD'"))
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def read(name: str) -> list[dict[str, str]]:
    """Read a table of `reviewed/`; a line with too many or too few cells is an error."""
    with (REVIEWED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    for line in lines:
        if None in line or None in line.values():
            raise ValueError(f"{name}.csv: wrong number of cells: {line}")
    return lines


def cells(cell: str) -> Iterator[tuple[str, bool]]:
    """Read `a|b?` as ("a", False), ("b", True): a trailing `?` says ambiguous."""
    for item in filter(None, cell.split("|")):
        yield item.rstrip("?"), item.endswith("?")


def entity_of(line: dict[str, str]) -> Entity:
    """Read the entity of a reviewed line; the tables of territories are all of one type."""
    return Entity(line["entity_id"], line["name"], line.get("type", "GPE"))


def rows_of(line: dict[str, str], found: Iterable[tuple[str, str]] = ()) -> Iterator[Row]:
    """Give the rows of a reviewed line; `found` are (name, package) pairs for the same entity.

    The first row of an alias decides its kind and source, so the narrower kinds come before
    `name`, and what a package has comes before what we wrote.
    """
    entity = entity_of(line)
    role = entity.type == "ROLE"
    for column, kind in COLUMNS.items():
        if kind == "name":
            yield from (Row(entity, alias, kind, source) for alias, source in found)
        for alias, ambiguous in cells(line.get(column, "")):
            yield Row(entity, alias, "role" if role else kind, ambiguous=ambiguous)
    if "(" not in entity.name:  # "Georgia (US state)" is for display: nobody writes it
        yield Row(entity, entity.name, "role" if role else "name")
