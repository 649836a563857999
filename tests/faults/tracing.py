"""What strace can do to an unmodified program: kill it at its n-th call of a kind, or have that call fail."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.faults.program import done

# What changes a disk. Each kind is counted by itself, and by thread.
STEPS = "mkdir rmdir rename renameat2 link linkat unlink unlinkat fsync fdatasync write pwrite64 ftruncate".split()
Step = tuple[str, int]  # the kind, and which one of its kind


@cache
def _works() -> bool:
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], check=False, capture_output=True).returncode == 0


def need_strace() -> None:
    if not _works():
        pytest.skip("strace is not installed here, or may not trace")


def _traced(command: Sequence[str], log: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return done(["strace", "-f", "-qq", "-o", str(log), *words, *command])


def steps(command: Sequence[str]) -> list[Step]:
    """Every step of the command's first thread, kind by kind. It has to succeed."""
    with TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        ended = _traced(command, log, "--seccomp-bpf", "-e", f"trace={','.join(STEPS)}")
        assert ended.returncode == 0, ended.stderr
        lines = [line.split(maxsplit=1) for line in log.read_text(errors="replace").splitlines()]
    first = lines[0][0]
    kinds = Counter(call.split("(")[0] for thread, call in lines if thread == first and call.split("(")[0] in STEPS)
    return [(kind, number) for kind in STEPS for number in range(1, kinds[kind] + 1)]


def _injected(command: Sequence[str], step: Step, what: str) -> subprocess.CompletedProcess[str]:
    kind, number = step
    # Without --seccomp-bpf, with which strace 6.1 injects no signal.
    return _traced(command, Path("/dev/null"), "-e", f"trace={kind}", "-e", f"inject={kind}:{what}:when={number}")


def killed(command: Sequence[str], step: Step) -> subprocess.CompletedProcess[str]:
    """The command, killed as it begins that step."""
    return _injected(command, step, "signal=KILL")


def refused(command: Sequence[str], step: Step, error: str) -> subprocess.CompletedProcess[str]:
    """The command, with that step failing."""
    return _injected(command, step, f"error={error}")
