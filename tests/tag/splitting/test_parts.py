"""What a sentence is cut into: tests/cases/tag/parts.toml. An empty list means that it stays whole."""

import pytest
from spacy.language import Language

from pipeline.tag.clauses import clauses, sentences
from pipeline.tag.splitting.rewording import reword
from tests.tables import Case, load
from tests.tag.cases import tagged


@pytest.mark.parametrize("case", load("tag/parts"))
def test_parts(case: Case, nlp: Language) -> None:
    doc = nlp(case["text"])
    spans = [clause for sentence in sentences(doc) for clause in clauses(sentence)]
    found = [part for parts in reword(spans, nlp) for part, _ in parts]
    assert [{"says": part.words, "quote": doc.text[part.start : part.end]} for part in found] == case["parts"]


@pytest.mark.parametrize("case", load("tag/parts"))
def test_a_part_stands_in_its_sentence(case: Case) -> None:
    """Every value of a part is where it says it is, and inside the quote."""
    found = tagged((case["text"],))
    text = found.clean.article.text
    for statement in found.statements:
        assert all(statement.start <= span.start < span.end <= statement.end for span in statement.parts)
        for value in statement.values:
            assert statement.start <= value.start < value.end <= statement.end
            assert text[value.start : value.end].lower() in (statement.words or text).lower()


@pytest.mark.parametrize("case", load("tag/parts", "read"))
def test_what_a_part_is_read_as(case: Case) -> None:
    found = tagged((case["text"],), published=case.get("published", ""))
    statement = found.statements[case["nth"]]
    shown = {
        "subject": statement.subject,
        "polarity": statement.polarity,
        "certainty": statement.certainty,
        "source": statement.attribution.source,
        "values": [found.clean.article.text[v.start : v.end] for v in statement.values],
    }
    assert {name: shown[name] for name in case["says"]} == case["says"]
