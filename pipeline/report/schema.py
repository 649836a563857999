"""What a table is: named, typed, explained columns, a key, and where its rows come from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pipeline.records import Result

Row = tuple[Any, ...]


def _score(number: float) -> float:
    """Without the digits that mean nothing and that another processor may compute otherwise."""
    return round(number, 4)


_PLAIN: dict[str, Callable[[Any], Any]] = {"string": str, "integer": int, "number": _score, "list": tuple}


@dataclass(frozen=True, slots=True)
class Column:
    """`refers` names the column, as `table.column`, in which every value that is not empty is found."""

    name: str
    type: Literal["string", "integer", "number", "list"]
    meaning: str
    refers: str = ""


def _none(_: Result) -> tuple[Column, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Table:
    """`source` gives each row by column name, in order; `wide` gives the columns that depend on the articles.

    Of those, which are of type string, a row has under `wide` only the cells that are not empty.
    """

    name: str
    meaning: str
    key: tuple[str, ...]
    source: Callable[[Result], Iterable[Mapping[str, Any]]]
    columns: tuple[Column, ...]
    wide: Callable[[Result], tuple[Column, ...]] = _none

    def columns_of(self, result: Result) -> tuple[Column, ...]:
        return self.columns + self.wide(result)

    def record(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """One row of a table that is not wide, by column name."""
        return {column.name: _PLAIN[column.type](row[column.name]) for column in self.columns}

    def rows(self, result: Result) -> Iterator[Row]:
        """The rows in a stable order, each with one str, int, float or tuple of str for each column."""
        columns = [(column.name, _PLAIN[column.type]) for column in self.columns]
        place = {column.name: i for i, column in enumerate(self.wide(result))}
        for row in self.source(result):
            wide = [""] * len(place)
            for name, cell in row["wide"].items() if place else ():
                wide[place[name]] = cell
            yield (*[plain(row[name]) for name, plain in columns], *wide)

    def records(self, result: Result) -> Iterator[dict[str, Any]]:
        """The rows by column name."""
        names = [column.name for column in self.columns_of(result)]
        for row in self.rows(result):
            yield dict(zip(names, row, strict=True))
