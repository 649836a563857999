import pytest
from spacy.language import Language

from pipeline.settings import Settings
from pipeline.tag.language_model import load_language_model


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The real language model: a stand-in would test nothing."""
    return load_language_model(Settings().spacy_pipeline)
