"""What "the treaty", "it" and "both countries" mean: tests/cases/compare/reference.toml."""

import pytest

from tests.compare.reading import article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/reference"))
def test_reference(case: Case) -> None:
    (claims,) = claims_of(article("a", *case["lines"]))
    assert claims[-1].entity_ids == tuple(case["about"])
    assert claims[-1].unclear is case["unclear"]
