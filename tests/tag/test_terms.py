import pytest

from tests.tag.cases import Case, check_statement, load


@pytest.mark.parametrize("case", load("terms"))
def test_terms(case: Case) -> None:
    check_statement(case)
