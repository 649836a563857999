"""Datelines in several languages: tests/cases/extract/datelines.toml."""

import tomllib
from pathlib import Path

import pytest

from pipeline.extract.dateline import is_dateline

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "datelines.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["line"])
def test_is_dateline(case):
    assert is_dateline(case["line"]) is case["is"]
