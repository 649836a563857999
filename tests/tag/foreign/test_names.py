"""French names: what the words around a guess of the model make of it.

In a case the guesses are marked as bench/data/names marks names, `[Bordeaux LOC]`, so that no other model changes it;
`names` are "words = type" as they come out. Parts of speech are the small pipeline's.
"""

from pathlib import Path

import pytest
from spacy.tokens import Doc

from bench.named.marked import read_marked
from pipeline.tag.foreign.names import name_article
from pipeline.tag.foreign.words import words_of
from pipeline.tag.language_model import load_language_model
from pipeline.tag.packages import pipelines
from tests.tables import Case, load

FRENCH = pipelines({}).get("fr", "")
needs_french = pytest.mark.skipif(not FRENCH, reason="no spaCy pipeline for French is installed")


def guessed(lines: list[str], folder: Path) -> list[Doc]:
    """The parsed lines, with the marked guesses in the place of the model's."""
    path = folder / "fr.md"
    path.write_text("# Cas\n\n" + "\n\n".join(lines), encoding="utf-8")
    docs = []
    for sentence in read_marked(path)[0]:
        doc = load_language_model(FRENCH)(sentence.text)
        spans = [doc.char_span(n.start, n.end, label=n.type, alignment_mode="expand") for n in sentence.names]
        doc.set_ents([span for span in spans if span], default="outside")
        docs.append(doc)
    return docs


@needs_french
@pytest.mark.parametrize("case", load("tag/french_names"))
def test_names(case: Case, tmp_path: Path) -> None:
    docs = guessed(case["lines"], tmp_path)
    found = name_article(docs, "fr")
    names = [
        f"{doc.text[m.start : m.end]} = {m.type}" for doc, mentions in zip(docs, found, strict=True) for m in mentions
    ]
    assert names == case["names"]


@needs_french
def test_a_language_without_words_keeps_the_guesses(tmp_path: Path) -> None:
    docs = guessed(
        ["La cour d'appel de [Bordeaux LOC], l'[Ifremer ORG] et les [Lensois LOC] ; « [Noël MISC] »."], tmp_path
    )
    (found,) = name_article(docs, "qq")
    assert [docs[0].text[m.start : m.end] for m in found] == ["Bordeaux", "Ifremer", "Lensois"]


def test_only_languages_with_a_table_have_words() -> None:
    assert words_of("fr") is not None
    assert words_of("qq") is None
