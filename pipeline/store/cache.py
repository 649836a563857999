"""The cache: results by the hash of what they came from, in one SQLite file.

Each entry knows its stage and the day on which a run last used it: what `housekeeping.py` counts and prunes by.
"""

import logging
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from time import time
from types import TracebackType
from typing import Self, TypeVar

from pipeline.errors import Stop
from pipeline.store.refused import explained

log = logging.getLogger(__name__)
T = TypeVar("T")
Entry = tuple[str, bytes, bytes, str, int]  # key, checksum, value, stage, day

KEYS_AT_ONCE = 500  # every SQLite takes 999 in a query
ROWS_AT_ONCE = 256  # a commit each: a killed run keeps them, and another run gets its turn
BUSY_SECONDS = 60.0  # a commit takes milliseconds; after this long, the other run hangs

SECONDS_A_DAY = 86_400
VERSION = 1  # of the table; a file of another version is begun anew
_COLUMNS = "key TEXT PRIMARY KEY, checksum BLOB NOT NULL, value BLOB NOT NULL, stage TEXT NOT NULL, used INT NOT NULL"

# What SQLite says when the file itself is wrong, and not the disk or the permissions around it.
_DAMAGE = {
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_TOOBIG,
    sqlite3.SQLITE_IOERR_SHORT_READ,
}


def _is_damage(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> bool:
    if isinstance(error, UnicodeDecodeError):  # SQLite quotes the damage in its message
        return True
    if error.sqlite_errorcode == sqlite3.SQLITE_READONLY:  # one byte of the file says so too
        return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return bool({error.sqlite_errorcode, error.sqlite_errorcode & 0xFF} & _DAMAGE)


def _checksum(key: str, value: bytes) -> bytes:
    digest = blake2b(key.encode(), digest_size=16)
    digest.update(value)
    return digest.digest()


def in_parts(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """The keys, as many at once as a query takes."""
    return (keys[first : first + KEYS_AT_ONCE] for first in range(0, len(keys), KEYS_AT_ONCE))


def today() -> int:
    """Days since 1970: as finely as it is known when an entry was used."""
    return int(time() // SECONDS_A_DAY)


def _prepare(db: sqlite3.Connection) -> None:
    """Makes the table in a new file, and anew in one of another version."""
    if db.execute("PRAGMA user_version").fetchone() == (VERSION,):
        return
    with db:
        db.execute("BEGIN IMMEDIATE")  # of two runs that begin at once, one makes it
        if db.execute("PRAGMA user_version").fetchone() != (VERSION,):
            db.execute("DROP TABLE IF EXISTS entry")
            db.execute(f"CREATE TABLE entry ({_COLUMNS})")
            db.execute(f"PRAGMA user_version = {VERSION}")


def read_entries(db: sqlite3.Connection, keys: Sequence[str]) -> dict[str, bytes]:
    """The values of those keys that are there and whole."""
    marks = ",".join("?" * len(keys))
    rows = db.execute(f"SELECT key, checksum, value FROM entry WHERE key IN ({marks})", keys)  # noqa: S608 - only question marks
    # Damage may have made a number of any of them.
    named = ((k.decode(errors="replace"), c, v) for k, c, v in rows if isinstance(k, bytes) and isinstance(v, bytes))
    return {key: value for key, checksum, value in named if checksum == _checksum(key, value)}


def _use(db: sqlite3.Connection, keys: Sequence[str]) -> dict[str, bytes]:
    """The same, marked as used today; a second run of a day writes nothing, and so waits for nobody."""
    of_before = f"used < ? AND key IN ({','.join('?' * len(keys))})"
    if db.execute(f"SELECT 1 FROM entry WHERE {of_before} LIMIT 1", (today(), *keys)).fetchone():  # noqa: S608 - only question marks
        db.execute(f"UPDATE entry SET used = ? WHERE {of_before}", (today(), today(), *keys))  # noqa: S608 - only question marks
    return read_entries(db, keys)


def _write(db: sqlite3.Connection, rows: Sequence[Entry]) -> None:
    db.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?)", rows)


class Store:
    """Values by key, which several runs may share.

    A value that does not match its checksum is a miss, and a file that SQLite cannot read is begun anew. Raises `Stop`
    where the folder cannot be written, the disk is full or another run keeps the file busy.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "store.sqlite"
        self._connection: sqlite3.Connection | None = None
        with explained(self._path):
            folder.mkdir(parents=True, exist_ok=True)
        self.get_many([""])  # so that a folder that cannot be used is known at once

    def get_many(self, keys: Sequence[str]) -> dict[str, bytes]:
        """The values that are there and whole, by key."""
        found: dict[str, bytes] = {}
        for some in in_parts(keys):
            found |= self.do(partial(_use, keys=some))
        return found

    def put_many(self, items: Iterable[tuple[str, bytes]], stage: str = "") -> None:
        """Keeps values of a stage, some hundred at a time; `items` may be a slow generator."""
        rows = ((key, _checksum(key, value), value, stage, today()) for key, value in items)
        while some := list(islice(rows, ROWS_AT_ONCE)):
            self.do(partial(_write, rows=some))

    def do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """`work` in a transaction; once more, on a new file, where this one is damaged."""
        try:
            return self._try(work)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if not _is_damage(error, self._path):
                raise self._stop(error) from error
            log.warning("The cache %s is damaged (%s) and is begun anew.", self._path, error)
        self._discard()
        try:
            return self._try(work)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self._stop(error) from error

    def _try(self, work: Callable[[sqlite3.Connection], T]) -> T:
        if not self._connection:
            self._connection = sqlite3.connect(self._path, timeout=BUSY_SECONDS)
            self._connection.text_factory = bytes  # damaged text must not fail to decode
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            _prepare(self._connection)
        with self._connection:
            return work(self._connection)

    def _stop(self, error: Exception) -> Stop:
        hint = "Free some disk space, make its folder writable or end the other run. It may also be deleted."
        return Stop(f"The cache {self._path} cannot be used: {error}.", hint)

    def _discard(self) -> None:
        self.close()
        with explained(self._path):
            for suffix in ("-wal", "-shm", ""):  # the log first: it must not be played into a new file
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    def close(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
