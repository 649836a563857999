import pytest

from tests.tag.cases import Case, check_statement, load


@pytest.mark.parametrize("case", load("certainty"))
def test_certainty(case: Case) -> None:
    check_statement(case)
