import pytest

from tests.tag.cases import Case, check_statement, load


@pytest.mark.parametrize("case", load("polarity"))
def test_polarity(case: Case) -> None:
    check_statement(case)
