"""The shipped entailment model, another in its place, and folders that hold none."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.compare.entailment import (
    LABELS,
    RELATIONS,
    SHIPPED,
    Inference,
    RelationModel,
    infer,
    relation_digest,
    relation_model,
)
from pipeline.compare.hearing import told
from pipeline.errors import Stop

TEXTS = [
    ("Twelve people were killed in the fire.", "The fire killed 12 people."),
    ("Twelve people were killed in the fire.", "Nobody died in the fire."),
    ("Twelve people were killed in the fire.", "The mayor visited the school."),
    ("", ""),
    ("The treaty " + "was signed, and signed again, " * 100, "It was signed."),
    ("Zażółć gęślą jaźń \u202e\x00", "🚢"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The model's folder under another name, to be changed."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "another"))


def _configure(folder: Path, **changed: object) -> None:
    path = folder / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changed}))


def test_it_tells_the_three_apart() -> None:
    same, against, beside = (relation_model().infer(*texts) for texts in TEXTS[:3])
    assert same.entails > 0.5 > same.contradicts
    assert against.contradicts > 0.5 > against.entails
    assert max(beside.entails, beside.contradicts) < 0.5


@pytest.mark.parametrize("texts", TEXTS)
def test_probabilities_are_rounded_and_the_same_each_time(texts: tuple[str, str]) -> None:
    first, again = relation_model().infer(*texts), RelationModel(SHIPPED).infer(*texts)
    assert first == again == infer(texts, "")
    assert 0 <= first.entails <= 1
    assert 0 <= first.contradicts <= 1
    assert first.entails + first.contradicts <= 1.001
    assert round(first.entails, 3) == first.entails


def test_a_folder_with_its_labels_in_another_order_says_the_same(copy: Path) -> None:
    """The label of each logit is read from the folder: with the names exchanged, the same logits mean the opposite."""
    _configure(copy, id2label={"0": "CONTRADICTION", "1": "Neutral", "2": "entailment"})
    there, turned = relation_model().infer(*TEXTS[0]), RelationModel(copy).infer(*TEXTS[0])
    assert turned == Inference(there.contradicts, there.entails)
    assert relation_digest(str(copy)) != relation_digest()


def test_the_shipped_model_says_how_probable_each_relation_is() -> None:
    same, against, beside = (relation_model().infer(*texts).relations for texts in TEXTS[:3])
    likeliest = [RELATIONS[said.index(max(said))] for said in (same, against, beside)]
    assert likeliest == ["agree", "conflict", "unrelated"]
    assert sum(same) == pytest.approx(1, abs=0.002)


def test_of_a_model_that_does_not_say_so_relations_follow_from_what_it_infers(copy: Path) -> None:
    _configure(copy, id2label={"0": "entailment", "1": "neutral", "2": "contradiction"})
    plain, whole = RelationModel(copy), relation_model()
    for texts, name in zip(TEXTS[:3], ("agree", "conflict", "unrelated"), strict=True):
        said = plain.infer(*texts)
        signals = told(said)
        assert said == replace(whole.infer(*texts), relations=())
        assert max(signals, key=signals.__getitem__) == f"told {name}"


def test_a_hugging_face_folder_keeps_its_graph_in_onnx(copy: Path) -> None:
    (copy / "onnx").mkdir()
    (copy / "model.onnx").rename(copy / "onnx" / "model.onnx")
    assert infer(TEXTS[0], str(copy)) == infer(TEXTS[0], "")


def test_the_temperature_divides_the_logits(copy: Path) -> None:
    _configure(copy, temperature=1000.0)
    calm = RelationModel(copy).infer(*TEXTS[0])
    assert calm.entails == pytest.approx(1 / len(LABELS), abs=0.01)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("config.json", "{", "does not describe a model"),
        ("config.json", "[]", "does not describe a model"),
        ("config.json", '{"id2label": {"0": "yes", "1": "no"}}', "labels no, yes"),
        ("config.json", '{"id2label": {"0": "entailment", "1": "not_entailment"}}', "it needs entailment"),
        ("model.onnx", "no graph", "cannot be loaded"),
        ("tokenizer.json", "{}", "cannot be loaded"),
    ],
)
def test_a_folder_that_is_no_model_says_what_it_needs(copy: Path, name: str, content: str, said: str) -> None:
    (copy / name).write_text(content)
    with pytest.raises(Stop, match=said) as stopped:
        RelationModel(copy)
    assert "id2label" in stopped.value.hint


@pytest.mark.parametrize("name", ["config.json", "model.onnx", "tokenizer.json"])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(Stop, match=name):
        RelationModel(copy)
