"""The fuzzing targets without a fuzzer: sound files, damaged ones (the same on every run), and what was found."""

import tomllib
from pathlib import Path
from random import Random

import pytest

from bench.bad.damage import damaged
from fuzz.targets import Target, seeds, targets

FOUND = tomllib.loads((Path(__file__).parents[1] / "cases" / "hostile" / "fuzzed.toml").read_text(encoding="utf-8"))
DAMAGED = 8  # of every sound file; `make fuzz` and bench/bad_files.py try thousands


@pytest.mark.parametrize(("name", "target"), targets().items(), ids=list(targets()))
def test_targets(name: str, target: Target) -> None:
    random = Random(name)
    whole = seeds(name)
    target(b"")
    for content in whole:
        target(content)
        for _ in range(DAMAGED):
            target(damaged(content, random)[:100_000])


@pytest.mark.parametrize("case", FOUND["case"], ids=lambda case: case["why"])
def test_what_was_found(case: dict[str, str]) -> None:
    targets()[case["target"]](bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode())
