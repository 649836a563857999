"""Housekeeping: what the cache holds, and how it gets smaller. Whatever goes is only work to be done again."""

import sqlite3
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.store.cache import Store, today

OVERHEAD = 180  # bytes of an entry beside its value: key, checksum, stage, day and SQLite's own


@dataclass(frozen=True, slots=True)
class Held:
    """The results of one stage."""

    stage: str
    entries: int
    size: int  # bytes
    unused_days: int  # since a run used any of them


def held(store: Store) -> tuple[Held, ...]:
    """What the cache holds of each stage, sorted by its name."""
    rows = store.do(_counted)
    return tuple(Held(stage.decode(), entries, size, today() - used) for stage, entries, size, used in rows)


def file_size(folder: Path) -> int:
    """Bytes that the cache in `folder` takes on the disk."""
    return sum(path.stat().st_size for path in folder.glob("store.sqlite*"))


def prune(store: Store, older_than: int | None = None, most: int | None = None) -> int:
    """Drops what no run has used for more than `older_than` days, and then what was unused longest until at most `most`
    bytes are left. Returns how many entries went.
    """
    gone = store.do(partial(_drop, older_than=older_than, most=most))
    if gone:
        store.do(_shrink)
    return gone


_BY_STAGE = "SELECT stage, COUNT(*), SUM(LENGTH(value) + ?), MAX(used) FROM entry GROUP BY stage"
_OLD = "DELETE FROM entry WHERE used < ?"
_TOO_MUCH = """
DELETE FROM entry WHERE key IN (SELECT key FROM (
    SELECT key, SUM(LENGTH(value) + ?) OVER (ORDER BY used DESC, rowid DESC) AS total FROM entry
) WHERE total > ?)
"""


def _counted(db: sqlite3.Connection) -> list[tuple[bytes, int, int, int]]:
    return db.execute(_BY_STAGE, (OVERHEAD,)).fetchall()


def _drop(db: sqlite3.Connection, older_than: int | None, most: int | None) -> int:
    gone = 0
    if older_than is not None:
        gone += db.execute(_OLD, (today() - older_than,)).rowcount
    if most is not None:
        gone += db.execute(_TOO_MUCH, (OVERHEAD, most)).rowcount
    return gone


def _shrink(db: sqlite3.Connection) -> None:
    """Gives the space back to the disk."""
    db.execute("VACUUM")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
