"""No network: a run with nothing but itself to talk to, no process of which asks for more."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import Finished
from tests.faults.program import TOLD, done, tellings, tree
from tests.faults.tracing import need_strace

ALONE = ["unshare", "--user", "--map-root-user", "--net"]  # a namespace with no network in it
# Run by Python as it starts, in the workers too.
AUDIT = """
import os, sys
HARMLESS = {"socket.__new__", "socket.bind"}  # urllib3 asks in that way, as it is imported, whether there is IPv6
def refuse(event, _):
    if event.split(".")[0] in {"socket", "urllib", "http", "ftplib", "smtplib"} and event not in HARMLESS:
        os.write(2, f"used the network: {event}\\n".encode())
        os._exit(99)
sys.addaudithook(refuse)
"""


def _traced(log: Path) -> list[str]:
    return ["strace", "-f", "-qq", "-o", str(log), "-e", "trace=connect,sendto,sendmsg,sendmmsg"]


def _messages(log: Path) -> list[str]:
    """What the traced processes would have said to other machines."""
    return [line for line in log.read_text(errors="replace").splitlines() if "AF_INET" in line]


def test_a_run_from_nothing(finished: Finished, tmp_path: Path) -> None:
    """Every stage, with every model: traced without a word to another machine, and where there is no network."""
    (tmp_path / "sitecustomize.py").write_text(AUDIT)
    command = tellings(finished.raw, tmp_path / "output", tmp_path / "cache", "--workers", "1")
    if subprocess.run([*ALONE, "true"], check=False, capture_output=True).returncode == 0:
        command = [*ALONE, *command]
    log = tmp_path / "log"
    if shutil.which("strace"):
        command = [
            "strace",
            "-f",
            "-qq",
            "--seccomp-bpf",
            "-o",
            str(log),
            "-e",
            "trace=connect,sendto,sendmsg,sendmmsg",
            *command,
        ]
    path = f"{tmp_path}:{Path(__file__).parents[2]}"
    ended = done(command, PYTHONPATH=path, HOME=str(tmp_path / "home"))
    assert ended.returncode == 0, ended.stderr
    assert "network" not in ended.stderr
    assert tree(tmp_path / "output", TOLD) == tree(finished.output, TOLD)
    assert not (tmp_path / "home").exists()  # where reports that wait for a network would be kept
    if log.exists():
        assert _messages(log) == []


ASKS = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
LOOKS_UP = "import socket; socket.getaddrinfo('example.org', 80)"


@pytest.mark.parametrize("code", [ASKS, LOOKS_UP])
def test_the_hook_would_tell(tmp_path: Path, code: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(AUDIT)
    assert done([sys.executable, "-c", code], PYTHONPATH=str(tmp_path)).returncode == 99


def test_the_trace_would_tell(tmp_path: Path) -> None:
    need_strace()
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"
    done(
        [
            "strace",
            "-f",
            "-qq",
            "-o",
            str(tmp_path / "log"),
            "-e",
            "trace=connect,sendto,sendmsg,sendmmsg",
            sys.executable,
            "-c",
            code,
        ]
    )
    assert _messages(tmp_path / "log")
