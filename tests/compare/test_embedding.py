"""The shipped sentence model itself: no stand-ins."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from pipeline.compare.embedding import WIDTH, SentenceModel, embed_text, sentence_model
from pipeline.errors import Stop
from pipeline.onnx import MODELS

TEXTS = [
    "The ministry said on Monday that 44 people were killed.",
    "NATO was founded in 1949.",
    "",
    "The treaty " + "was signed, and signed again, " * 100,  # far beyond 256 tokens
    "Zażółć gęślą jaźń 🚢 \u202e\x00",
    "NATO was founded in 1949.",
]


@pytest.fixture(scope="module")
def model() -> SentenceModel:
    return sentence_model()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The model's folder, to be damaged."""
    return Path(shutil.copytree(MODELS / "sentence", tmp_path / "sentence"))


def test_a_text_has_the_same_vector_whatever_stands_beside_it(model: SentenceModel) -> None:
    together = model.embed(TEXTS)
    assert np.array_equal(together, np.concatenate([model.embed([text]) for text in TEXTS]))
    assert np.array_equal(together[::-1], model.embed(TEXTS[::-1]))


def test_a_second_model_gives_the_same_bytes(model: SentenceModel) -> None:
    again = SentenceModel(MODELS / "sentence")
    assert again.embed(TEXTS).tobytes() == model.embed(TEXTS).tobytes() == b"".join(map(embed_text, TEXTS))


def test_rows_are_unit_vectors_of_four_decimals(model: SentenceModel) -> None:
    rows = model.embed(TEXTS)
    assert rows.shape == (len(TEXTS), WIDTH)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)
    assert np.array_equal(rows, np.round(rows, 4))
    assert not np.signbit(rows[rows == 0]).any()


def test_no_texts_are_no_rows(model: SentenceModel) -> None:
    assert model.embed([]).shape == (0, WIDTH)


@pytest.mark.parametrize(
    ("text", "paraphrase", "unrelated"),
    [
        ("The alliance was founded in 1949.", "NATO was established in 1949.", "The river flooded the town in 1949."),
        ("Rescuers found no survivors.", "Nobody was found alive, crews said.", "The survey found no support."),
        ("Shares in the bank fell 12%.", "The lender's stock lost an eighth of its value.", "The river bank fell in."),
        ("Moscow rejected the proposal.", "Russia turned down the plan.", "The committee met in Geneva in March."),
    ],
)
def test_a_paraphrase_is_closer(model: SentenceModel, text: str, paraphrase: str, unrelated: str) -> None:
    rows = model.embed([text, paraphrase, unrelated])
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.1


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_another_file_in_its_place_stops_the_run(copy: Path, name: str) -> None:
    (copy / name).write_bytes((copy / name).read_bytes() + b" ")
    with pytest.raises(Stop, match=name):
        SentenceModel(copy)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_missing_file_stops_the_run(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(Stop, match=name):
        SentenceModel(copy)
