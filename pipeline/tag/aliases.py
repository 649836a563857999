"""The reviewed names of countries, organisations, treaties, crises and offices, from `aliases.csv`."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import permutations

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
    table = files("pipeline.tag").joinpath("aliases.csv").read_text(encoding="utf-8")
    return tuple(Alias(**row) for row in csv.DictReader(table.splitlines()))


def _with_acronyms() -> Iterator[Alias]:
    """Treaties with their acronym, "Anti-Ballistic Missile (ABM) Treaty", from two names with the same last word."""
    by_last: dict[tuple[str, str], list[Alias]] = defaultdict(list)
    for alias in (alias for alias in read_aliases() if alias.type == "LAW"):
        by_last[alias.entity_id, alias.alias.rpartition(" ")[2]].append(alias)
    for (_, last), rows in by_last.items():
        for full, short in permutations(rows, 2):
            acronym, words = short.alias.rpartition(" ")[0], full.alias.removesuffix(last)
            if acronym.isalpha() and acronym.isupper() and not words.strip().isupper():
                yield replace(full, alias=f"{words}({acronym}) {last}")


@cache
def known_entities() -> dict[str, tuple[str, str]]:
    """entity_id -> (name, type)."""
    return {alias.entity_id: (alias.name, alias.type) for alias in read_aliases()}


@cache
def by_alias() -> dict[str, Alias]:
    """Alias -> its row, for the names that mean one thing; a capital is its city here."""
    return {alias.alias: alias for alias in (*_with_acronyms(), *reversed(read_aliases())) if alias.kind not in SEATS}


@cache
def governments() -> dict[str, Alias]:
    """From "Moscow" and "Kremlin" to the country whose government they can stand for."""
    return {alias.alias: alias for alias in reversed(read_aliases()) if alias.kind in SEATS}
