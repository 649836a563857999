import pytest

from tests.tables import Case, load
from tests.tag.cases import lines_of, tagged


@pytest.mark.parametrize("case", load("tag/mentions"))
def test_mentions(case: Case) -> None:
    found = tagged(lines_of(case))
    text = found.clean.article.text
    assert [f"{text[m.start : m.end]} = {m.type} {m.entity_id}" for m in found.mentions] == case["mentions"]
