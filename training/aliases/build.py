"""Write pipeline/tag/aliases.csv from the packages and the reviewed tables; fail on any doubt.

Run from the top of the project: `python -m training.aliases.build`.
"""

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from training.aliases import packages
from training.aliases.offices import offices
from training.aliases.rows import KINDS, TYPES, Entity, Row, cells, entity_of, read, rows_of, slug
from training.aliases.spellings import STEPS

OUT = Path("pipeline/tag/aliases.csv")
HEADER = ("entity_id", "name", "type", "alias", "kind", "source")
STOP = set((Path(__file__).parent / "stop_words.txt").read_text(encoding="utf-8").split())
SHOUTED = {"US", "WHO"}  # the two stop words that, in capitals, are nearly always the name
TWO_LETTERS = {"US", "UK", "UN", "EU"}  # any other pair of capitals reads as a word or a country code
STANDING_IN = {"capital", "seat"}  # a place's name used for a government


def countries() -> Iterator[Row]:
    """Give the rows of countries, each capital also as a city of its own."""
    lines = read("countries")
    missed = packages.unreviewed({code for line in lines for code in line["code"].split("|")})
    if missed:
        raise ValueError(f"no line in countries.csv for {missed}")
    for line in lines:
        yield from rows_of(line, packages.names(line["code"]))
        for capital in filter(None, line["capital"].split("|")):
            yield from capital_rows(entity_of(line), capital.split("="))


def capital_rows(country: Entity, spellings: list[str]) -> Iterator[Row]:
    """Give a capital's rows: `Kyiv=Kiev`; `*` says it speaks for this country only in context."""
    city = Entity(slug(spellings[0]), spellings[0].rstrip("?*"), "GPE")
    for spelling in spellings:
        alias, doubtful = spelling.rstrip("?*"), spelling.endswith("?")
        yield Row(country, alias, "capital", ambiguous=doubtful or spelling.endswith("*"))
        yield Row(city, alias, "name", ambiguous=doubtful)


def seats(entities: dict[str, Entity]) -> Iterator[Row]:
    """Give the rows of buildings and cities that stand for a government or an organisation."""
    for line in read("places"):
        for target in filter(None, line["seat_of"].split("|")):
            for alias, doubtful in [(line["name"], False), *cells(line["names"])]:
                unsure = doubtful or target.endswith("*")
                yield Row(entities[target.rstrip("*")], alias, "seat", ambiguous=unsure)
    for line in read("organisations"):
        for alias, doubtful in cells(line["seat"].replace("*", "?")):
            yield Row(entity_of(line), alias, "seat", ambiguous=doubtful)


def gather() -> list[Row]:
    """Collect all rows, the likelier owner of a shared alias first, before other spellings are added."""
    rows = list(countries())
    for table in ("places", "organisations", "treaties", "events", "offices"):
        for line in read(table):
            rows.extend(rows_of(line))
    for line in read("subdivisions"):
        rows.extend(rows_of(line, packages.names(line["code"])))
    rows.extend(offices())
    rows.extend(seats({row.entity.entity_id: row.entity for row in rows}))
    return rows


def respell(rows: list[Row]) -> Iterator[Row]:
    """Give the rows, then their other spellings, without those that read as common words."""
    yield from rows
    for row in rows:
        forms = {row.alias}
        for step in STEPS:
            forms |= {new for form in sorted(forms) for new in step(replace(row, alias=form))}
        yield from (replace(row, alias=form) for form in sorted(forms) if form.lower() not in STOP)


def merge(rows: Iterable[Row]) -> list[Row]:
    """Keep one row for an entity's alias: the first, ambiguous if any of them is."""
    kept: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (row.entity.entity_id, row.alias)
        first = kept.setdefault(key, row)
        if row.ambiguous and row.entity == first.entity:
            kept[key] = replace(first, ambiguous=True)
    return sorted(kept.values(), key=order)


def order(row: Row) -> tuple[object, ...]:
    """Put plain rows by entity, then ambiguous ones by alias, whose owners keep the order of `gather`."""
    if row.ambiguous:
        return (True, row.alias)
    return (False, row.entity.entity_id, KINDS.index(row.kind), row.alias)


def problems(rows: list[Row]) -> Iterator[str]:
    """Say everything that is wrong with the table."""
    entities: dict[str, set[Entity]] = defaultdict(set)
    owners: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        entities[row.entity.entity_id].add(row.entity)
        owners[row.alias].append(row)
        yield from problems_of(row)
    for entity_id, meant in entities.items():
        if len(meant) > 1:
            yield f"{entity_id}: several things: {sorted((e.name, e.type) for e in meant)}"
    for alias, group in owners.items():
        named = [row for row in group if row.kind not in STANDING_IN]
        if len(named) > 1 and not all(row.ambiguous for row in named):
            yield f"{alias!r}: names {[row.entity.entity_id for row in named]} and is not marked ambiguous"
        sure = [row for row in group if row.kind in STANDING_IN and not row.ambiguous]
        if len(sure) > 1:
            yield f"{alias!r}: speaks for {[row.entity.entity_id for row in sure]}"


def problems_of(row: Row) -> Iterator[str]:
    """Say what is wrong with one row."""
    where = f"{row.entity.entity_id}: {row.alias!r}"
    if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", row.entity.entity_id):
        yield f"{where}: not a readable id"
    if row.kind not in KINDS or row.entity.type not in TYPES:
        yield f"{where}: unknown kind or type"
    if row.alias != " ".join(row.alias.split()) or re.search(r"[][()|=*?\"]", row.alias):
        yield f"{where}: stray space or mark"
    if row.alias.lower() in STOP and row.alias not in SHOUTED and not (row.alias.isupper() and row.ambiguous):
        yield f"{where}: a common word"
    if re.fullmatch("[A-Z]{2}", row.alias) and row.alias not in TWO_LETTERS:
        yield f"{where}: two letters"


def main() -> int:
    """Build, check and write the table."""
    rows = merge(respell(merge(gather())))  # merged first, so that marks reach every spelling
    wrong = list(problems(rows))
    if wrong:
        print(*wrong, sep="\n", file=sys.stderr)
        return 1
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        for row in rows:
            source = row.source + (";ambiguous" if row.ambiguous else "")
            entity = row.entity
            writer.writerow((entity.entity_id, entity.name, entity.type, row.alias, row.kind, source))
    print(f"{len(rows)} rows, {len({row.entity for row in rows})} entities")
    return 0


if __name__ == "__main__":
    sys.exit(main())
