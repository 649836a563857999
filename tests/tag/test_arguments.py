import pytest

from tests.tag.cases import Case, check_statement, load


@pytest.mark.parametrize("case", load("arguments"))
def test_arguments(case: Case) -> None:
    check_statement(case)
