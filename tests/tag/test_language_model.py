import pytest
from spacy.language import Language

from pipeline.tag.known_names import STEP
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("tag/language_model"))
def test_tokens(case: Case, nlp: Language) -> None:
    assert [token.text for token in nlp.make_doc(case["text"])] == case["tokens"]


@pytest.mark.parametrize("case", load("tag/language_model", "name"))
def test_what_the_reviewed_names_find_first(case: Case, nlp: Language) -> None:
    found = nlp.get_pipe(STEP)(nlp.make_doc(case["text"])).ents
    assert [f"{entity.text} = {entity.ent_id_}" for entity in found] == case["names"]
