import pytest
from spacy.language import Language

from pipeline.tag.values import find_values
from tests.tables import Case, load
from tests.tag.cases import show_value


@pytest.mark.parametrize("case", load("tag/values"))
def test_values(case: Case, nlp: Language) -> None:
    text = case["text"]
    found = find_values(nlp(text)[:], lambda _month, _day: case.get("year"))
    assert {text[v.start : v.end]: show_value(v) for v in found} == case["values"]
