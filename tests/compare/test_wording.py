"""How claims are worded, and what is none: tests/cases/compare/wording.toml."""

import pytest

from tests.compare.reading import article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/wording"))
def test_wording(case: Case) -> None:
    (claims,) = claims_of(article("a", *case["lines"]))
    assert [claim.text for claim in claims] == case["claims"]
    if "contexts" in case:
        assert [claim.context for claim in claims] == case["contexts"]
