"""Publishes and stores on a small disk of its own, ever fuller, then read-only; prints what came of it as JSON.

To be run where mounting is allowed: unshare --user --map-root-user --mount python -m tests.faults.disk FOLDER EVERY
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from pipeline.errors import Stop
from pipeline.store import lock, publish
from tests.faults.program import keep_again, tree

PAGE = 4096
OLD = {f"{name}.csv": b"old" * 3000 for name in "abc"} | {"run.json": b"old"}
NEW = {f"{name}.csv": b"new" * 3000 for name in "abcd"} | {"run.json": b"new"}


def _mount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "disk", str(folder)], check=True)


def _told(work: object, *given: object) -> str:
    """What the person is told, or nothing where it went well."""
    try:
        work(*given)
    except Stop as stop:
        return str(stop)
    return ""


def _publish(output: Path) -> None:
    with lock(output):
        publish(output, NEW.items())


def _full(folder: Path, free: int) -> tuple[str, str]:
    """With room for `free` pages: what publishing says, and what storing says."""
    output, cache = folder / "output", folder / "cache"
    _mount(folder, "size=4m")
    publish(output, OLD.items())
    used = subprocess.run(["df", "--output=used", "-B", str(PAGE), str(folder)], check=True, capture_output=True)
    pages = int(used.stdout.split()[-1])
    subprocess.run(["mount", "-o", f"remount,size={(pages + free) * PAGE}", str(folder)], check=True)
    told = _told(_publish, output)
    assert tree(output) == (OLD if told else NEW), free
    kept = _told(keep_again, cache)
    if kept:
        subprocess.run(["mount", "-o", "remount,size=4m", str(folder)], check=True)
        keep_again(cache)  # as soon as there is room
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
    return told, kept


def _read_only(folder: Path) -> tuple[str, str]:
    _mount(folder, "size=4m")
    publish(folder / "output", OLD.items())
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    told = _told(_publish, folder / "output"), _told(keep_again, folder / "cache")
    assert tree(folder / "output") == OLD
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
    return told


def main() -> None:
    """Every size from none free to more than enough, in steps of EVERY pages."""
    folder, every = Path(sys.argv[1]), int(sys.argv[2])
    full = [_full(folder, free) for free in range(0, 60, every)]
    json.dump(
        {
            "publish": Counter(told for told, _ in full),
            "store": Counter(told for _, told in full),
            "read-only": _read_only(folder),
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
