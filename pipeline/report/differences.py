"""What is new, gone or changed from one output to another: decided here for `changes.csv` and `tellings diff` alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.report.schema import Table
from pipeline.report.succession import Cells, Succession, Tables, succession
from pipeline.report.tables import ARTICLES, CLAIM_GROUPS, CLAIM_PAIRS, CLAIMS, REJECTS

# Each table, and the column that tells a person which row it is.
COMPARED = (
    (ARTICLES, "title"),
    (CLAIMS, "claim_text"),
    (CLAIM_PAIRS, "explanation"),
    (CLAIM_GROUPS, "statement"),
    (REJECTS, "message"),
)

# What moves or grows in many rows when one article is edited or added, and is no news of the row itself; what a pair
# repeats of its claims is news of the claims.
_NO_NEWS = {"start", "end", "silent", "summary", "confidence", "check_worthiness", "text_a", "text_b"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A column that differs."""

    column: str  # its name
    before: str  # what stood there
    after: str  # what stands there now


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that came, went or changed."""

    what: str  # its table
    id: str  # of now, or of before for a row that went; the two claims of a pair joined with `;`
    change: str  # `added`, `removed` or `changed`
    headline: str  # the row's own words: its title, text, explanation, statement or message
    cells: tuple[Cell, ...] = ()  # of a changed row: the columns that differ, its id first if that is another


def _key(table: Table, row: Cells) -> str:
    return ";".join(row[name] for name in table.key)


def _differing(table: Table, old: Cells, new: Cells, ids: Succession) -> Iterator[Cell]:
    names = [column.name for column in table.columns if column.name not in _NO_NEWS]
    for name in names:
        # Another id is news of the row that has it, and of none that only refers to it.
        was = old[name] if table.key == (name,) else ids.now(name, old[name])
        if was != new[name]:
            yield Cell(name, old[name], new[name])


def _turned(pair: Cells, ids: Succession) -> Cells:
    """The pair as it would be written now: the claim of the article whose id is smaller comes first."""
    first, second = (ids.now(name, pair[name]) for name in ("article_a", "article_b"))
    if first <= second:
        return pair
    other = {"a": "b", "b": "a"}
    sides = {name: f"{name[:-1]}{other[name[-1]]}" for name in pair if name.endswith(("_a", "_b"))}
    return {name: pair[sides.get(name, name)] for name in pair} | {
        "entails": other.get(pair["entails"], pair["entails"])
    }


def _of_table(
    table: Table, headline: str, before: Sequence[Cells], after: Sequence[Cells], ids: Succession
) -> Iterator[Difference]:
    turned = [_turned(row, ids) for row in before] if table is CLAIM_PAIRS else before
    now = [{name: ids.now(name, cell) for name, cell in row.items()} for row in turned]
    old = {_key(table, moved): (_key(table, was), row) for moved, was, row in zip(now, before, turned, strict=True)}
    new = {_key(table, row): row for row in after}
    for key in sorted(old.keys() | new.keys()):
        if key not in old:
            yield Difference(table.name, key, "added", new[key][headline])
        elif key not in new:
            was, row = old[key]
            yield Difference(table.name, was, "removed", row[headline])
        elif cells := tuple(_differing(table, old[key][1], new[key], ids)):
            yield Difference(table.name, key, "changed", new[key][headline], cells)


def differences(before: Tables, after: Tables) -> Iterator[Difference]:
    """Row by row, table by table; a table that is missing on a side is not compared."""
    ids = succession(before, after)
    for table, headline in COMPARED:
        if table.name in before and table.name in after:
            yield from _of_table(table, headline, before[table.name], after[table.name], ids)
