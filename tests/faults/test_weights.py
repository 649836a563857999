"""One flipped bit in the weights of any model ends the run before the model is opened."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import onnx
from pipeline.errors import Stop
from pipeline.tag.model_files import language_model_digest
from tests.faults.test_no_foreign_code import _language_model

SHIPPED = ["sentence/model.onnx", "relation/model.onnx", "blocks/alone.onnx", "blocks/with_opinion.onnx"]


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_model(tmp_path: Path, name: str) -> None:
    copy = tmp_path / name
    copy.parent.mkdir()
    shutil.copy(onnx.MODELS / name, copy)
    assert onnx.shipped(copy.parent, copy.name)
    _flip(copy)
    with pytest.raises(Stop, match="not the one that was shipped") as stop:
        onnx.shipped(copy.parent, copy.name)
    assert str(copy) in stop.value.what
    assert "restore" in stop.value.hint


@pytest.fixture
def language_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the spaCy pipeline's package, found before the installed one."""
    there = _language_model()
    copy = Path(shutil.copytree(there, tmp_path / there.name))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, there.name, raising=False)
    language_model_digest.cache_clear()
    yield copy
    language_model_digest.cache_clear()


def test_the_language_model(language_model: Path) -> None:
    whole = language_model_digest(language_model.name)
    assert len(whole) == 64
    language_model_digest.cache_clear()
    (language_model / "__pycache__").mkdir(exist_ok=True)
    (language_model / "__pycache__" / "x.cpython-311.pyc").write_bytes(b"")  # Python's own
    assert language_model_digest(language_model.name) == whole
    for path in sorted(language_model.rglob("model")):
        language_model_digest.cache_clear()
        _flip(path)
        with pytest.raises(Stop, match="not the one that was measured") as stop:
            language_model_digest(language_model.name)
        assert "Install it again" in stop.value.hint
        _flip(path)


def test_a_file_more_is_another_model(language_model: Path) -> None:
    (language_model / "more.py").write_text("")
    with pytest.raises(Stop, match="not the one that was measured"):
        language_model_digest(language_model.name)
