"""Datelines in several languages: tests/cases/extract/datelines.toml."""

import tomllib
from pathlib import Path

import pytest

from pipeline.extract.dateline import is_dateline, opening_dateline

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "datelines.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["line"])
def test_is_dateline(case):
    assert is_dateline(case["line"]) is case["is"]


@pytest.mark.parametrize("case", CASES["opening"], ids=lambda case: case["text"])
def test_opening_dateline(case):
    text = case["text"]
    found = opening_dateline(text, 0, len(text))
    assert (text[: found[0]], text[found[1] :]) == tuple(case["parts"]) if found else case["parts"] == []
