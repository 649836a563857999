"""The package's own regular expressions on hostile text: none of them is exponential.

Whether one is linear is a matter of time, and so for bench/regexes.py. One that is exponential does not come to an end
here, in a process that is then killed.
"""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bench.regexes import attack_of, attacks, patterns, seconds

PROJECT = Path(__file__).parents[2]
SIZE = 240  # characters: what doubles its steps with every few of them has no end
LIMIT = 60  # seconds of a processor for all of them together; they take a few


def run_all() -> None:
    """Every pattern on every attack."""
    for pattern, (_, searched) in patterns().items():
        for attack in attacks(pattern):
            seconds(pattern, attack_of(pattern, attack, SIZE), searched=searched)


def run_one(expression: str) -> None:
    """One expression on every attack."""
    import re  # noqa: PLC0415 - in a process of its own

    pattern = re.compile(expression)
    for attack in attacks(pattern):
        seconds(pattern, attack_of(pattern, attack, SIZE), searched=True)


def _ended(call: str, limit: float) -> bool:
    code = f"""
import signal
from tests.hostile.test_regexes import run_all, run_one
signal.setitimer(signal.ITIMER_PROF, {limit})
{call}
"""
    code_of_exit = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, check=False).returncode
    assert code_of_exit in (0, -signal.SIGPROF)
    return code_of_exit == 0


def test_every_pattern_comes_to_an_end() -> None:
    assert len(patterns()) > 100
    assert _ended("run_all()", LIMIT)


@pytest.mark.parametrize("expression", [r"(?:a+)+b", r"(?:\w+\s?)*:"])
def test_the_attacks_find_what_is_exponential(expression: str) -> None:
    assert not _ended(f"run_one({expression!r})", 1)


def test_the_attacks_are_made_of_a_patterns_own_parts() -> None:
    import re  # noqa: PLC0415 - only here

    found = attacks(re.compile(r"By (?:[A-Z]\w*,\s*)+"))
    assert ("By ", "A,") in found
    assert any(pump == " " for _, pump in found)
