"""The alias table is complete, unambiguous where it says so, and free of common words."""

import csv
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
CASES = tomllib.loads((ROOT / "tests/cases/aliases.toml").read_text(encoding="utf-8"))
STOP = set((ROOT / "training/aliases/stop_words.txt").read_text(encoding="utf-8").split())

with (ROOT / "pipeline/tag/aliases.csv").open(encoding="utf-8", newline="") as file:
    READER = csv.DictReader(file)
    ROWS = list(READER)

STANDING_IN = {"capital", "seat"}


def ambiguous(row: dict[str, str]) -> bool:
    """Tell whether the row's source is marked."""
    return row["source"].endswith(";ambiguous")


def test_header_and_values() -> None:
    assert READER.fieldnames == ["entity_id", "name", "type", "alias", "kind", "source"]
    assert {row["type"] for row in ROWS} == set(CASES["types"])
    assert {row["kind"] for row in ROWS} == set(CASES["kinds"])
    assert all(value and value == value.strip() for row in ROWS for value in row.values())


def test_one_row_an_alias_of_an_entity() -> None:
    assert max(Counter((row["entity_id"], row["alias"]) for row in ROWS).values()) == 1


def test_an_id_is_one_thing() -> None:
    things = {(row["entity_id"], row["name"], row["type"]) for row in ROWS}
    assert len(things) == len({row["entity_id"] for row in ROWS})


def test_an_alias_names_one_thing_or_is_marked() -> None:
    owners = defaultdict(list)
    for row in ROWS:
        if row["kind"] not in STANDING_IN:
            owners[row["alias"]].append(row)
    shared = [group for group in owners.values() if len(group) > 1]
    assert [row["alias"] for group in shared for row in group if not ambiguous(row)] == []


def test_a_place_speaks_for_one_government() -> None:
    sure = Counter(row["alias"] for row in ROWS if row["kind"] in STANDING_IN and not ambiguous(row))
    assert [alias for alias, count in sure.items() if count > 1] == []


def test_no_common_words() -> None:
    common = {row["alias"] for row in ROWS if row["alias"].lower() in STOP}
    marked = {row["alias"] for row in ROWS if row["alias"].isupper() and ambiguous(row)}
    assert common - marked == set(CASES["shouted"])
    two = {row["alias"] for row in ROWS if len(row["alias"]) == 2 and row["alias"].isupper() and row["alias"].isalpha()}
    assert two == set(CASES["two_letters"])


def test_what_must_be_there() -> None:
    named = {(row["alias"], row["entity_id"]) for row in ROWS if row["kind"] not in STANDING_IN}
    assert [pair for pair in CASES["names"].items() if pair not in named] == []
    standing = {(row["alias"], row["entity_id"]) for row in ROWS if row["kind"] in STANDING_IN}
    assert [pair for pair in CASES["stands_for"].items() if pair not in standing] == []


def test_what_needs_context() -> None:
    plain = {row["alias"] for row in ROWS if row["kind"] not in STANDING_IN and not ambiguous(row)}
    known = {row["alias"] for row in ROWS}
    assert [alias for alias in CASES["ambiguous"] if alias in plain or alias not in known] == []


def test_what_must_not_be_there() -> None:
    assert {row["alias"] for row in ROWS} & set(CASES["absent"]) == set()


def test_counts() -> None:
    types = Counter({row["entity_id"]: row["type"] for row in ROWS}.values())
    countries = {row["entity_id"] for row in ROWS if row["kind"] == "capital"}
    assert len(countries) >= 190
    assert types["ORG"] >= 150
    assert types["LAW"] >= 150
    assert types["EVENT"] >= 150
