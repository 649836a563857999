"""SIGKILL at every step: the output is all old or all new, and the next run ends as if nothing had been."""

import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

from pipeline.store import lock, publish
from tests.faults.conftest import SOAK, Finished, Some, Tell
from tests.faults.program import (
    ENVIRONMENT,
    KEEP,
    NAMES,
    NEW,
    OLD,
    PUBLISH,
    TOLD,
    done,
    keep_again,
    python,
    tellings,
    tree,
)
from tests.faults.tracing import Step, killed, need_strace, steps


def _publish_old(output: Path) -> dict[str, bytes]:
    publish(output, dict.fromkeys(NAMES, OLD).items())
    (output / "notes.md").write_bytes(b"mine")
    return {**dict.fromkeys(NAMES, OLD), "notes.md": b"mine"}


def test_publishing(tmp_path: Path, some: Some[Step], tell: Tell) -> None:
    need_strace()
    output = tmp_path / "output"
    old = _publish_old(output)
    new = {**dict.fromkeys(NAMES, NEW), "notes.md": b"mine"}
    left: Counter[str] = Counter()
    for step in some(steps(python(PUBLISH, output)), 16):
        shutil.rmtree(output)
        _publish_old(output)
        assert killed(python(PUBLISH, output), step).returncode == -signal.SIGKILL, step
        assert tree(output) in (old, new), step
        left["old" if tree(output) == old else "new"] += 1
        with lock(output):
            publish(output, dict.fromkeys(NAMES, NEW).items())
        assert tree(output) == new
        assert {path.name for path in tmp_path.iterdir()} <= {"output", ".output.lock"}
    assert left.keys() == {"old", "new"}
    tell(f"{left.total()} steps; {left['old']} left the old output, {left['new']} the new one; 0 a mixture")


def test_storing(tmp_path: Path, some: Some[Step], tell: Tell) -> None:
    need_strace()
    all_steps = some(steps(python(KEEP, tmp_path / "counted")), 16)
    for number, step in enumerate(all_steps):
        cache = tmp_path / str(number)
        assert killed(python(KEEP, cache), step).returncode == -signal.SIGKILL, step
        keep_again(cache)
    tell(f"{len(all_steps)} steps; no wrong value, and every value there after the next run")


def test_a_whole_run(finished: Finished, tmp_path: Path, some: Some[Step], tell: Tell) -> None:
    """Killed while it replaces another output: with all its work in the store, so that no model is loaded."""
    need_strace()
    here = finished.copied(tmp_path)
    command = tellings(here.raw, here.output, here.cache, "--workers", "1")
    clean, old = tree(finished.output, TOLD), {"run.json": b"{}"}

    def put_old() -> None:
        """As before every time, so that every run takes the same steps."""
        for folder in (here.output, here.cache):
            shutil.rmtree(folder)
        shutil.copytree(finished.cache, here.cache)
        here.output.mkdir()
        (here.output / "run.json").write_bytes(old["run.json"])

    put_old()
    every = steps(command)
    left: Counter[str] = Counter()
    for step in every[:: len(every) // 40] if SOAK else some(every, 1):
        put_old()
        assert killed(command, step).returncode == -signal.SIGKILL, step
        which = "old" if tree(here.output) == old else "new"
        assert which == "old" or tree(here.output, TOLD) == clean, step
        left[which] += 1
        here.run_again(here.output)
        assert tree(here.output, TOLD) == clean, step
    tell(f"{left.total()} of {len(every)} steps; {left['old']} left the old output, {left['new']} the new one")


def test_any_moment(finished: Finished, tmp_path: Path, tell: Tell) -> None:
    """Killed at seeded moments of a run; when soaking, of one that begins with an empty store."""
    here = finished.copied(tmp_path)
    if SOAK:
        shutil.rmtree(here.cache)
    command = tellings(here.raw, tmp_path / "out", here.cache, "--workers", "1")
    begun = time.monotonic()
    assert done(command).returncode == 0
    seconds = time.monotonic() - begun
    clean, rng = tree(tmp_path / "out", TOLD), random.Random(7)
    assert clean == tree(finished.output, TOLD)
    moments = [rng.uniform(0, seconds) for _ in range(20 if SOAK else 1)]
    for moment in moments:
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        if SOAK:
            shutil.rmtree(here.cache, ignore_errors=True)
        with subprocess.Popen(command, cwd="/", env=ENVIRONMENT, stderr=subprocess.DEVNULL) as started:
            time.sleep(moment)
            started.kill()
        assert not (tmp_path / "out").exists() or tree(tmp_path / "out", TOLD) == clean, moment
        here.run_again(tmp_path / "out")
        assert tree(tmp_path / "out", TOLD) == clean, moment
    tell(f"{len(moments)} moments in {seconds:.0f} seconds of work; every next run ended with the same bytes")
