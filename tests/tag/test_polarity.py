import pytest

from tests.tables import Case, load
from tests.tag.cases import check_statement


@pytest.mark.parametrize("case", load("tag/polarity"))
def test_polarity(case: Case) -> None:
    check_statement(case)
