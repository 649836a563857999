"""A disk that is full, read-only, closed or broken: the person is told what, where and what to do; the old stays."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from pipeline.store import publish
from tests.faults.conftest import SOAK, Finished, Some, Tell
from tests.faults.program import (
    KEEP,
    NAMES,
    NEW,
    OLD,
    PROJECT,
    PUBLISH,
    TOLD,
    done,
    keep_again,
    python,
    tellings,
    tree,
)
from tests.faults.tracing import Step, need_strace, refused, steps

MOUNTING = ["unshare", "--user", "--map-root-user", "--mount"]
ERRORS = ("ENOSPC", "EIO", "EACCES")


def _can_mount() -> bool:
    try:
        command = [*MOUNTING, "sh", "-c", "mount -t tmpfs disk /mnt"]
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def test_a_disk_that_fills_up(tmp_path: Path, tell: Tell) -> None:
    if not _can_mount():
        pytest.skip("no disk may be mounted here")
    ended = done([*MOUNTING, sys.executable, "-m", "tests.faults.disk", str(tmp_path), "1" if SOAK else "6"])
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    for what in ("publish", "store"):
        counts = told[what]
        assert counts.pop("") > 0  # at last there is room
        assert counts
        for message in counts:
            assert str(tmp_path) in message
            assert "disk space" in message
        tell(f"{what}: the disk was full at {sum(counts.values())} sizes; each was told, nothing was lost")
    for message in told["read-only"]:
        assert str(tmp_path) in message
        assert "writ" in message


def test_publishing_where_a_step_fails(tmp_path: Path, some: Some[tuple[Step, str]], tell: Tell) -> None:
    need_strace()
    output = tmp_path / "output"
    old, new = dict.fromkeys(NAMES, OLD), dict.fromkeys(NAMES, NEW)
    publish(output, old.items())
    came: Counter[str] = Counter()
    each = [(step, error) for step in steps(python(PUBLISH, output)) for error in ERRORS]
    for step, error in some(each, 12):
        shutil.rmtree(output)
        publish(output, old.items())
        ended = refused(python(PUBLISH, output), step, error)
        assert "Traceback" not in ended.stderr, (step, error, ended.stderr)
        assert tree(output) in (old, new), (step, error)
        if ended.returncode:
            assert ended.stderr.startswith("Stop: "), (step, error, ended.stderr)
            assert "cannot be written" in ended.stderr
        else:
            assert tree(output) == new, (step, error)
        came["was told" if ended.returncode else "was got over"] += 1
    assert came["was told"]
    tell(f"{came.total()} failing steps: {dict(came)}; 0 a mixture")


def test_storing_where_a_step_fails(tmp_path: Path, some: Some[tuple[Step, str]], tell: Tell) -> None:
    need_strace()
    came: Counter[str] = Counter()
    each = [(step, error) for step in steps(python(KEEP, tmp_path / "counted")) for error in ERRORS]
    for number, (step, error) in enumerate(some(each, 12)):
        cache = tmp_path / str(number)
        ended = refused(python(KEEP, cache), step, error)
        assert "Traceback" not in ended.stderr, (step, error, ended.stderr)
        assert not ended.returncode or ended.stderr.startswith("Stop: "), (step, error, ended.stderr)
        came["was told" if ended.returncode else "was got over"] += 1
        keep_again(cache)
    assert came["was told"]
    tell(f"{came.total()} failing steps: {dict(came)}; each next run kept all")


@pytest.mark.parametrize("closed", ["output", "cache"])
def test_a_run_that_may_not_write(finished: Finished, tmp_path: Path, closed: str) -> None:
    """Whoever may do everything is put in the place of somebody who may not."""
    without = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] if os.geteuid() == 0 else []
    if without and not shutil.which("setpriv"):
        pytest.skip("root may write everywhere, and setpriv is not there to be less")
    (tmp_path / "inside").mkdir()
    here = finished.copied(tmp_path / "inside")
    folder = here.output.parent if closed == "output" else here.cache
    (here.output / "claims.csv").write_bytes(b"")  # so that there is something to do
    before = tree(here.output)
    folder.chmod(0o555)
    ended = done([*without, *tellings(here.raw, here.output, here.cache)])
    folder.chmod(0o755)
    assert ended.returncode == 2, ended.stderr
    assert "Traceback" not in ended.stderr
    assert str(folder) in ended.stderr
    assert "writable" in ended.stderr or "Allow writing" in ended.stderr
    assert tree(here.output) == before


def test_a_summary_that_goes_nowhere(finished: Finished, tmp_path: Path) -> None:
    """The disk behind its standard output is full. The tables are there nevertheless."""
    command = tellings(finished.raw, tmp_path / "output", finished.copied(tmp_path / "copy").cache)
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=PROJECT)
    assert ended.returncode == 2
    assert ended.stderr.startswith("The summary cannot be written: No space left on device.")
    assert "Traceback" not in ended.stderr
    assert tree(tmp_path / "output", TOLD) == tree(finished.output, TOLD)
