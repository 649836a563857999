"""The cache as somebody reads it who leaves no trace."""

import logging
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from pipeline.store.cache import Store, in_parts, read_entries

log = logging.getLogger(__name__)


class ReadOnlyStore(Store):
    """A store in which nothing is made, mended or kept, and what cannot be read is not there."""

    def __init__(self, folder: Path) -> None:  # not `Store`'s, which makes the folder
        self._path = folder / "store.sqlite"
        self._connection = None

    def get_many(self, keys: Sequence[str]) -> dict[str, bytes]:
        """As `Store` has it. What a run has not yet moved from SQLite's log into the file itself is not seen."""
        try:
            address = f"{self._path.resolve().as_uri()}?immutable=1"
            with closing(sqlite3.connect(address, uri=True)) as db:
                db.text_factory = bytes
                return {key: value for some in in_parts(keys) for key, value in read_entries(db, some).items()}
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            log.info("The cache %s is not read: %s.", self._path, error)
            return {}

    def put_many(self, items: Iterable[tuple[str, bytes]], stage: str = "") -> None:
        """Keep nothing."""
