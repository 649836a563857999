"""The reviewed names of countries, organisations, treaties, crises and offices, from `aliases.csv`."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SEATS = frozenset({"capital", "seat"})  # a city or building that may stand for its government


@dataclass(frozen=True, slots=True)
class Alias:
    entity_id: str
    name: str
    type: str
    alias: str
    kind: str
    source: str

    @property
    def ambiguous(self) -> bool:
        """Whether the alias is also an ordinary name or word, so that context has to decide."""
        return self.source.endswith(";ambiguous")


@cache
def read_aliases() -> tuple[Alias, ...]:
    """Every row of `aliases.csv`, in its order."""
    with files("pipeline.tag").joinpath("aliases.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Alias(**row) for row in csv.DictReader(file))


@cache
def known_entities() -> dict[str, tuple[str, str]]:
    """entity_id -> (name, type)."""
    return {alias.entity_id: (alias.name, alias.type) for alias in read_aliases()}


@cache
def by_alias() -> dict[str, Alias]:
    """Alias -> its row, for the names that mean one thing; a capital is its city here."""
    return {alias.alias: alias for alias in reversed(read_aliases()) if alias.kind not in SEATS}


@cache
def governments() -> dict[str, Alias]:
    """ "Moscow", "the Kremlin" -> the country whose government they can stand for."""
    return {alias.alias: alias for alias in reversed(read_aliases()) if alias.kind in SEATS}
