import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.tag.attribution import read_attribution
from tests.tables import Case, load
from tests.tag.cases import check_statement


@pytest.mark.parametrize("case", load("tag/attribution"))
def test_attribution(case: Case) -> None:
    check_statement(case)


def test_crossing_arcs_end() -> None:
    """The parser may hang a word in the middle of the speaker's phrase on the verb of saying."""
    words = ["The", "brewer", "agreed", "rival", "said", "beer", "sells"]
    heads = [1, 4, 4, 1, 4, 6, 4]  # "agreed" stands among the words of "brewer", and belongs to "said"
    deps = ["det", "nsubj", "dep", "appos", "ROOT", "nsubj", "ccomp"]
    tags = ["DT", "NN", "VBD", "NN", "VBD", "NN", "VBZ"]
    lemmas = ["the", "brewer", "agree", "rival", "say", "beer", "sell"]
    pos = ["DET", "NOUN", "VERB", "NOUN", "VERB", "NOUN", "VERB"]
    doc = Doc(Vocab(), words, heads=heads, deps=deps, tags=tags, lemmas=lemmas, pos=pos)
    _, attribution, _ = read_attribution(doc[:])
    assert attribution.source == "The brewer"
