import pytest
from spacy.language import Language

from pipeline.tag.clauses import clauses, sentences
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("tag/clauses"))
def test_clauses(case: Case, nlp: Language) -> None:
    found = [clause.text for sentence in sentences(nlp(case["text"])) for clause in clauses(sentence)]
    assert found == case["clauses"]
