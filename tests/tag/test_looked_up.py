"""What is looked up is what spaCy works out: the same words through a pipeline as it comes and through ours."""

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from pipeline.tag.looked_up import ATTRIBUTES, look_up
from pipeline.tag.packages import ENGLISH_PIPELINE, package_name
from tests.tables import Case, load

UNUSED = ["ner"]


@pytest.fixture(scope="module")
def as_it_comes() -> Language:
    return spacy.load(package_name(ENGLISH_PIPELINE), disable=UNUSED)


@pytest.fixture(scope="module")
def looking_up() -> Language:
    nlp = spacy.load(package_name(ENGLISH_PIPELINE), disable=UNUSED)
    look_up(nlp)
    return nlp


def read(doc: Doc) -> list[tuple[str, str, str, str, str]]:
    return [(token.text, token.tag_, token.pos_, str(token.morph), token.lemma_) for token in doc]


@pytest.mark.parametrize("case", load("tag/looked_up"))
def test_words(case: Case, as_it_comes: Language, looking_up: Language) -> None:
    for _ in range(2):  # the second time, lemmas are remembered
        assert read(looking_up(case["text"])) == read(as_it_comes(case["text"]))


def test_few_rules_are_left_to_try(as_it_comes: Language, looking_up: Language) -> None:
    before, after = (nlp.get_pipe(ATTRIBUTES) for nlp in (as_it_comes, looking_up))
    assert isinstance(before, AttributeRuler)
    assert isinstance(after, AttributeRuler)
    tried = [pattern for rule in after.patterns for pattern in rule["patterns"]]
    assert len(after.attrs) == len(before.attrs) > 10 * len(tried) > 0


def test_a_pipeline_without_rules_is_left_alone() -> None:
    nlp = spacy.blank("en")
    look_up(nlp)
    assert nlp.pipe_names == []
