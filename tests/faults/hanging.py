"""A run that never ends by itself, for tests to end: each worker is busy in its own way.

python -m tests.faults.hanging CACHE WORKERS WAY...
"""

import re
import sys
import time
from pathlib import Path

from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner
from pipeline.workers.stopping import stop_when_told
from tests.faults import hanging


def hang(way: str) -> str:
    """`sleep`, `python` (a loop), `library` (inside of C code, which lets no other thread of Python run)."""
    kind, _, mark = way.partition(":")
    Path(mark).touch()
    match kind:
        case "sleep":
            time.sleep(600)
        case "python":
            while True:
                pass
        case "library":
            re.match("(a+)+$", "a" * 40 + "b")
    return way


def main() -> None:
    """Give the workers something to hang on, or hang here."""
    stop_when_told()
    cache, workers, *ways = sys.argv[1:]
    with Store(Path(cache)) as store, Runner(Settings(workers=int(workers)), store, here=workers == "0") as runner:
        runner.map("extract", hanging.hang, ways, str)


if __name__ == "__main__":
    main()
