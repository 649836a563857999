import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import frictionless
import pytest

from pipeline.records import Result
from pipeline.report import render


def errors_of(result: Result, folder: Path) -> list[list[object]]:
    for name, content in dict(render(result, None)).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    limit = csv.field_size_limit()
    report = frictionless.validate(str(folder / "datapackage.json"))
    csv.field_size_limit(limit)  # it raises the limit of the whole process, and tests after this one rely on it
    assert len(report.tasks) == 10
    flat: list[list[object]] = report.flatten(["type", "note"])
    return flat


def test_it_describes_what_is_written(result: Result, tmp_path: Path) -> None:
    assert errors_of(result, tmp_path) == []


def test_it_describes_empty_tables(empty: Result, tmp_path: Path) -> None:
    assert errors_of(empty, tmp_path) == []


@pytest.mark.parametrize("text", ['=1+1,"a;b"', "a\nb", "x" * 40_000])
def test_it_describes_awkward_cells(make_result: Callable[..., Result], text: str, tmp_path: Path) -> None:
    assert errors_of(make_result(title=text, explanation=text), tmp_path) == []


def test_it_finds_a_pair_of_a_claim_that_is_not_there(result: Result, tmp_path: Path) -> None:
    """The keys are checked, so that passing means something."""
    pair = replace(result.comparison.pairs[0], claim_b="c404")
    result = replace(result, comparison=replace(result.comparison, pairs=(pair,)))
    [[kind, note]] = errors_of(result, tmp_path)
    assert (kind, "c404" in str(note)) == ("foreign-key", True)
