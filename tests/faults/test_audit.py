"""`make audit` tells what is known of the dependencies, or that it could not ask, in a line of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.program import PROJECT

NOWHERE = "http://127.0.0.1:9"  # nobody listens there
ALONE = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), NOWHERE) | {"UV_OFFLINE": "1"}


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    """A virtual environment that `make` takes for installed, with no program in it yet."""
    if not shutil.which("make"):
        pytest.skip("make is not installed here")
    made = tmp_path / "venv"
    (made / "bin").mkdir(parents=True)
    for name in ("bin/python", "run.stamp", "dev.stamp"):
        (made / name).touch()
    return made


def _audit(venv: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = ["make", "--no-print-directory", "audit", f"VENV={venv}"]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=PROJECT, env=os.environ | environment, timeout=300
    )


def _answers(venv: Path, script: str) -> None:
    """Puts something in the place of the auditor; the last word of its command line is the file to write."""
    program = venv / "bin" / "uv"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def test_no_network(venv: Path) -> None:
    uv = Path(sys.prefix) / "bin" / "uv"
    if not uv.exists():
        pytest.skip("uv is not installed here")
    (venv / "bin" / "uv").symlink_to(uv)
    ended = _audit(venv, **ALONE)
    assert ended.returncode
    said, hint = ended.stdout.splitlines()
    assert said.startswith("The audit got no answer: ")
    assert len(said) > len("The audit got no answer: ")
    assert hint == "Nothing is known of the dependencies. Try again where pypi.org answers."
    assert "Traceback" not in ended.stderr


def test_what_is_found_is_told(venv: Path) -> None:
    _answers(
        venv, 'for last; do :; done; echo "lxml 6.0.0 CVE-1" >"$last"; echo "Found 1 known vulnerability" >&2; exit 1'
    )
    ended = _audit(venv)
    assert (ended.returncode, ended.stdout) == (2, "lxml 6.0.0 CVE-1\n")


def test_an_earlier_answer_is_not_told_again(venv: Path) -> None:
    (venv / "audit.txt").write_text("lxml 5.0.0 CVE-0\n", encoding="utf-8")
    _answers(venv, "echo 'ConnectionError: no route' >&2; exit 1")
    ended = _audit(venv)
    assert ended.returncode
    assert ended.stdout.startswith("The audit got no answer: ConnectionError: no route\n")


def test_nothing_found(venv: Path) -> None:
    _answers(venv, "echo 'No known vulnerabilities found' >&2")
    ended = _audit(venv)
    assert (ended.returncode, ended.stdout) == (0, "The locked dependencies have no known faults.\n")
