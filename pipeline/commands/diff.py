"""`tellings diff`: what sets two outputs apart, in the terms of `changes.csv`."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from pipeline.commands.options import AsJson, out
from pipeline.commands.printed import escape, plural, print_json, shortened, visible
from pipeline.errors import Stop
from pipeline.report.differences import COMPARED, Cell, Difference, differences
from pipeline.report.earlier import read_tables

NAMES = {"articles": "article", "claims": "claim", "claim_pairs": "pair", "claim_groups": "group", "rejects": "reject"}
LISTS = {column.name for table, _ in COMPARED for column in table.columns if column.type == "list"}
SIGNS = {"added": "+", "removed": "-", "changed": "~"}
LONGEST = 160  # characters of a cell: two lines of a terminal


def diff(
    old: Annotated[Path, typer.Argument(help="The output folder of one run.")],
    new: Annotated[Path, typer.Argument(help="That of a later one.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Tell what is new, gone or changed from one output to another, row by row.

    Exit codes: 0 done, whether or not they differ; 2 one of them is no output.
    """
    before, after = read_tables(old), read_tables(new)
    for folder, tables in ((old, before), (new, after)):
        if not tables:
            raise Stop(
                f"{folder} is not an output of Tellings: no table in it can be read.", "Name what --output named."
            )
    found = list(differences(before, after))
    missing = [table.name for table, _ in COMPARED if not (table.name in before and table.name in after)]
    if as_json:
        print_json({"not_compared": missing, "differences": [_object(difference) for difference in found]})
    else:
        print_differences(out, found, missing)


def _object(difference: Difference) -> dict[str, Any]:
    return {
        "what": difference.what,
        "id": difference.id,
        "change": difference.change,
        "headline": difference.headline,
        "cells": difference.cells,
    }


def _counted(found: Sequence[Difference]) -> str:
    counts = Counter((difference.what, difference.change) for difference in found)
    return "; ".join(
        f"{plural(sum(by_change.values()), NAMES[what])}: "
        + ", ".join(f"{count:,} {change}" for change, count in by_change.items())
        for what in NAMES
        if (by_change := {change: counts[what, change] for change in SIGNS if counts[what, change]})
    )


def print_differences(console: Console, found: Sequence[Difference], missing: Sequence[str]) -> None:
    """Counts, then each table's rows: `+` new, `-` gone, `~` changed."""
    console.print(f"{_counted(found)}." if found else "Nothing differs.")
    for name in missing:
        console.print(f"{name}.csv was not compared: one of the two has none, or that of another version.")
    for what, rows in groupby(found, key=lambda difference: difference.what):
        console.print(f"\n[bold]{what}[/bold]")
        for row in rows:
            console.print(f"  {SIGNS[row.change]} [cyan]{escape(row.id)}[/cyan]  {escape(_short(row.headline))}")
            told = {
                (cell.before, cell.after): cell for cell in reversed(row.cells)
            }  # a quote changes as its claim does
            for cell in row.cells:
                if told[cell.before, cell.after] is cell:
                    console.print(f"      {visible(in_words(cell))}", markup=False)


def _short(text: str) -> str:
    return shortened(text, LONGEST) or "(empty)"


def in_words(cell: Cell) -> str:
    """A column that differs, in words; of lists only what came and went.

    >>> in_words(Cell("status", "shared", "disputed")), in_words(Cell("supporting", "a;b;c", "b;c;d"))
    ('status: shared → disputed', 'supporting: without a; with d')
    >>> in_words(Cell("title", "", "Fire")), in_words(Cell("sha256", "ab", "cd"))
    ('title: (empty) → Fire', 'sha256: the content is another')
    """
    if cell.column == "sha256":
        return "sha256: the content is another"
    if cell.column in LISTS:
        old, new = cell.before.split(";"), cell.after.split(";")
        gone, come = [item for item in old if item not in new], [item for item in new if item not in old]
        parts = [f"{sign} {', '.join(items)}" for sign, items in (("without", gone), ("with", come)) if any(items)]
        return f"{cell.column}: {'; '.join(parts) or 'in another order'}"
    return f"{cell.column}: {_short(cell.before)} → {_short(cell.after)}"
