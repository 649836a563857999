"""Directions: tests/cases/compare/direction.toml."""

import pytest

from pipeline.compare.direction import direction
from tests.compare.reading import article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/direction"))
def test_direction(case: Case) -> None:
    ((claim,),) = claims_of(article("a", case["text"]))
    assert direction(claim) == case["direction"]
