import pytest
from spacy.language import Language

from pipeline.errors import Stop
from pipeline.settings import Settings
from pipeline.tag.known_names import STEP
from pipeline.tag.language_model import REGISTRY_TWINS, load_language_model, package_name
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("tag/language_model"))
def test_tokens(case: Case, nlp: Language) -> None:
    assert [token.text for token in nlp.make_doc(case["text"])] == case["tokens"]


@pytest.mark.parametrize("case", load("tag/language_model", "name"))
def test_what_the_reviewed_names_find_first(case: Case, nlp: Language) -> None:
    found = nlp.get_pipe(STEP)(nlp.make_doc(case["text"])).ents
    assert [f"{entity.text} = {entity.ent_id_}" for entity in found] == case["names"]


def test_the_package_of_a_registry_is_the_twin() -> None:
    for name, twin in REGISTRY_TWINS.items():
        assert package_name(name) in {name, twin}
        assert package_name(twin) == twin


def test_it_is_loaded_once() -> None:
    assert load_language_model(Settings().spacy_pipeline) is load_language_model(Settings().spacy_pipeline)


@pytest.mark.parametrize("name", ["en_core_web_smm", "no_such_pipeline", "no.such.pipeline", "../en_core_web_sm", ""])
def test_an_unknown_package_stops_the_run(name: str) -> None:
    with pytest.raises(Stop) as stopped:
        package_name(name)
    assert repr(name) in str(stopped.value)
    assert name.replace("_", "-") in stopped.value.hint
