"""The program and its parts in processes of their own, and what they leave behind."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.store import Store

PROJECT = Path(__file__).parents[2]
GOLDEN = PROJECT / "tests" / "golden" / "raw"
TOLD = {"run.json", "changes.csv"}  # what a run tells of itself, and of the run before
ENVIRONMENT = os.environ | {"PYTHONPATH": str(PROJECT), "PYTHONDONTWRITEBYTECODE": "1"}

OLD, NEW = b"old", b"new"
NAMES = ("a.csv", "b.csv", "text/x.txt", "run.json")

# Publishes NEW over whatever is there.
PUBLISH = f"""
import sys
from pathlib import Path
from pipeline.errors import Stop
from pipeline.store import lock, publish
try:
    with lock(Path(sys.argv[1])):
        publish(Path(sys.argv[1]), dict.fromkeys({NAMES}, {NEW!r}).items())
except Stop as stop:
    sys.exit(f"Stop: {{stop}}")
"""

# Stores twelve values, one after another, over whatever is there. More would only repeat the same steps.
KEEP = """
import sys
from pathlib import Path
from pipeline.errors import Stop
from pipeline.store import Store
try:
    with Store(Path(sys.argv[1])) as store:
        for i in range(12):
            store.put_many([(f"key{i}", bytes([i]) * 1000)])
except Stop as stop:
    sys.exit(f"Stop: {stop}")
"""
KEPT = {f"key{i}": bytes([i]) * 1000 for i in range(12)}


def python(code: str, *words: object) -> list[str]:
    return [sys.executable, "-c", code, *map(str, words)]


def tellings(raw: Path, output: Path, cache: Path, *words: str) -> list[str]:
    folders = ["--raw", str(raw), "--output", str(output), "--cache", str(cache)]
    return [sys.executable, "-m", "pipeline", "run", *folders, *words]


def done(command: Sequence[str], **environment: str) -> subprocess.CompletedProcess[str]:
    """The command run to its end, outside of the checkout so that nothing depends on where it is."""
    return subprocess.run(
        command, capture_output=True, text=True, timeout=600, check=False, cwd="/", env=ENVIRONMENT | environment
    )


def keep_again(cache: Path) -> None:
    """The next storing: it finds nothing wrong, and all that it keeps is there."""
    with Store(cache) as store:
        assert store.get_many(list(KEPT)).items() <= KEPT.items()
        store.put_many(KEPT.items())
    with Store(cache) as store:
        assert store.get_many(list(KEPT)) == KEPT


def tree(folder: Path, without: frozenset[str] | set[str] = frozenset()) -> Mapping[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name not in without)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
