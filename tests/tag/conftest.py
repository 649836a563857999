import pytest
from spacy.language import Language

from pipeline.tag.language_model import load_language_model
from pipeline.tag.packages import ENGLISH_PIPELINE


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The real language model: a stand-in would test nothing."""
    return load_language_model(ENGLISH_PIPELINE)
