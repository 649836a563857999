import pytest

from tests.tag.cases import Case, check_statement, load


@pytest.mark.parametrize("case", load("openings"))
def test_openings(case: Case) -> None:
    check_statement(case)
