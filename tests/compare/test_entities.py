"""Who acts in a claim and where it is: tests/cases/compare/entities.toml."""

import pytest

from tests.compare.reading import article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/entities"))
def test_entities(case: Case) -> None:
    (claims,) = claims_of(article("a", case["claim"]))
    assert claims[-1].subject_ids == tuple(case["subjects"])
    assert claims[-1].place_ids == tuple(case["places"])
    assert {*claims[-1].subject_ids, *claims[-1].place_ids} <= set(claims[-1].entity_ids)
    assert len(claims[-1].entity_ids) == len(claims[-1].entity_types)
