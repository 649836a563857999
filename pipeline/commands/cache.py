"""`tellings cache`: what finished work is kept, and how to have less of it."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console

from pipeline.commands.options import STORE, AsJson, Cache, out
from pipeline.commands.printed import plural, print_json
from pipeline.errors import Stop
from pipeline.store import Store
from pipeline.store.housekeeping import Held, file_size, held, prune

MEGABYTE = 1_000_000

Days = Annotated[
    int | None, typer.Option("--older-than", min=0, help="Drop what no run has used for more than so many days.")
]
Megabytes = Annotated[
    int | None, typer.Option("--to", min=0, help="Then drop what was unused longest, until so many megabytes are left.")
]


def cache(*, older_than: Days = None, to: Megabytes = None, cache: Cache = STORE, as_json: AsJson = False) -> None:
    """Tell what the cache holds, stage by stage, and drop what is old or too much.

    Without options nothing is dropped. What is dropped, or the whole folder, is only work to be done again.
    """
    if not (cache / "store.sqlite").exists():
        raise Stop(f"There is no cache in {cache}.", "A run makes one; --cache names another folder.")
    with Store(cache) as store:
        gone = prune(store, older_than, None if to is None else to * MEGABYTE)
        found = held(store)
        size = file_size(cache)
    if as_json:
        print_json({"bytes": size, "dropped": gone, "stages": [asdict(one) for one in found]})
    else:
        print_cache(out, found, size, gone)


def print_cache(console: Console, found: tuple[Held, ...], size: int, gone: int) -> None:
    """The size, what was dropped, and a line for each stage."""
    if gone:
        console.print(f"Dropped {plural(gone, 'result')}.")
    console.print(f"{size / MEGABYTE:,.1f} MB on the disk.")
    for one in found:
        ago = "today" if one.unused_days < 1 else f"{plural(one.unused_days, 'day')} ago"
        console.print(
            f"  {one.stage:8} {plural(one.entries, 'result'):>18} {one.size / MEGABYTE:10,.1f} MB  used {ago}"
        )
