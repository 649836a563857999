"""Every dependency is locked to a version and to what was downloaded when it was locked."""

import re

import pytest

from tests.faults.program import PROJECT

LOCKS = ("requirements.txt", "requirements-dev.txt")
_PIN = re.compile(r"[a-z0-9][a-z0-9._-]*(\[[a-z0-9,._-]+\])?==[^\s;]+(\s*;.*)?")
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def _unlocked(text: str) -> list[str]:
    """The requirements that may come to be something else than what was locked."""
    joined = text.replace("\\\n", " ")
    lines = [line.split("#")[0].strip() for line in joined.splitlines()]
    return [
        line for line in lines if line and not (_HASH.search(line) and _PIN.fullmatch(line.split("--hash")[0].strip()))
    ]


@pytest.mark.parametrize("name", LOCKS)
def test_all_are_locked(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    assert len(_HASH.findall(text)) > 100
    assert _unlocked(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "lxml>=6",
        "lxml==6.0.2",
        f"lxml>=6 --hash=sha256:{'0' * 64}",
        "lxml==6.0.2 --hash=md5:00",
        "git+https://example.org/lxml",
        "-e .",
        "--extra-index-url https://example.org",
    ],
)
def test_what_is_not_locked(line: str) -> None:
    assert _unlocked(f"# a comment\n{line}\n") == [line]


def test_make_installs_only_what_is_locked() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    installs = [line for line in makefile.splitlines() if "pip install" in line]
    assert installs
    assert all("--require-hashes" in line or "--no-deps --no-build-isolation" in line for line in installs)
