"""bench/entities.py on a tiny collection of its own: the real data is not redistributed."""

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from bench.coreference.gold import read_collection
from bench.coreference.tables import measure
from bench.entities import main
from pipeline.tag.language_model import load_language_model
from pipeline.tag.packages import ENGLISH_PIPELINE

SHARED = Path(__file__).parents[3] / "shared" / "entities" / "meantime_entities.json"

TEXT = {  # document -> sentences; a mention is [first token, last token, type, chain]
    "a": [
        ("Tidewater Power paid a fine", [(0, 1, "ORG", "power")]),
        ("Power maker Tidewater fell", [(0, 2, "ORG", "power"), (2, 2, "ORG", "power")]),
        ("Mayor Ana Prokop smiled", [(0, 2, "PER", "prokop"), (0, 0, "PER", "prokop")]),
    ],
    "b": [("Prokop owns Tidewater shares", [(0, 0, "PER", "prokop"), (2, 2, "ORG", "power"), (3, 3, "FIN", "x")])],
}


def _records(*, with_heads: bool) -> list[dict[str, Any]]:
    found = []
    for document, sentences in TEXT.items():
        for number, (text, mentions) in enumerate(sentences):
            words = text.split()
            for first, last, kind, chain in mentions:
                record = {
                    "doc_id": document,
                    "sent_id": number,
                    "tokens_number": list(range(first, last + 1)),
                    "tokens_str": " ".join(words[first : last + 1]),
                    "mention_type": kind,
                    "coref_chain": chain,
                }
                head = {"mention_head": words[last], "mention_head_pos": "PROPN"} if with_heads else {}
                found.append(record | head)
    return found


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_language_model(ENGLISH_PIPELINE)


def test_with_heads_and_without_text(tmp_path: Path, nlp: Language) -> None:
    path = tmp_path / "tiny.json"
    path.write_text(json.dumps(_records(with_heads=True)), encoding="utf-8")
    collection = read_collection(path, nlp)
    assert sum(mention.is_named for mention in collection.mentions) == 7
    assert measure(collection, "ours")["CoNLL"] == 100.0
    assert measure(collection, "exact")["CoNLL"] < measure(collection, "simple")["CoNLL"] < 100.0


def test_with_text_and_without_heads(tmp_path: Path, nlp: Language, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tiny_entity_gold.json"
    path.write_text(json.dumps(_records(with_heads=False)), encoding="utf-8")
    lines = [
        f"{document}\t{number}\t{i}\t{word}\t-\n"
        for document, sentences in TEXT.items()
        for number, (text, _) in enumerate(sentences)
        for i, word in enumerate(text.split())
    ]
    (tmp_path / "tiny_corpus.txt").write_text("\n".join(["", *lines]), encoding="utf-8")
    collection = read_collection(path, nlp)
    assert collection.words["a", 0] == "Tidewater Power paid a fine".split()
    main(["--data", str(path), str(tmp_path / "absent.json"), "--errors"])
    printed = capsys.readouterr().out
    assert "tiny_entity_gold.json" in printed
    assert "absent.json: not there, and not measured" in printed


def test_meantime() -> None:
    """The exact string gives the published figures, and the goal of the tag stage is met."""
    if not SHARED.is_file():
        pytest.skip("MEANTIME is not redistributed, and not beside this checkout")
    collection = read_collection(SHARED, load_language_model(ENGLISH_PIPELINE))
    exact = measure(collection, "exact")
    assert (round(exact["B3"], 1), round(exact["CoNLL"], 1), round(exact["LEA"], 1)) == (66.3, 67.2, 52.7)
    assert measure(collection, "ours")["CoNLL"] >= 76
