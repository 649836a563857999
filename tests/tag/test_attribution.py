import pytest

from tests.tag.cases import Case, check_statement, load


@pytest.mark.parametrize("case", load("attribution"))
def test_attribution(case: Case) -> None:
    check_statement(case)
