"""Whom "he" and "she" mean: tests/cases/tag/persons.toml."""

import pytest

from tests.tables import Case, load
from tests.tag.cases import check_statement


@pytest.mark.parametrize("case", load("tag/persons"))
def test_persons(case: Case) -> None:
    check_statement(case)
