import pytest

from tests.tables import Case, load
from tests.tag.cases import check_statement


@pytest.mark.parametrize("case", load("tag/arguments"))
def test_arguments(case: Case) -> None:
    check_statement(case)
