import pytest

from tests.tables import Case, load
from tests.tag.cases import check_statement


@pytest.mark.parametrize("case", load("tag/openings"))
def test_openings(case: Case) -> None:
    check_statement(case)
