"""Entailment: a model reads two texts and says how probable it is that the first entails or contradicts the second.

The shipped model is a MiniLM that was trained for this; `pipeline/models/relation/README.md` says on what, and how good
it is. It has learnt as well what two claims of one story are to each other, and says how probable each relation is.
`relation_model` in `pipeline.toml` may name the folder of another, which need not say the latter.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline import onnx
from pipeline.errors import Stop
from pipeline.records import Relation

SHIPPED = onnx.MODELS / "relation"
DECIMALS = 3  # finer than the calibration, coarser than the last bits in which processors differ
MAX_TOKENS = 512  # where a model's configuration names no limit
LABELS = ("entailment", "neutral", "contradiction")
UNRELATED = "unrelated"
RELATIONS = (*(relation.value for relation in Relation), UNRELATED)
_HINT = (
    "The folder needs config.json with id2label, tokenizer.json, and model.onnx or onnx/model.onnx "
    "(optimum-cli export onnx makes one of a Hugging Face folder)."
)


@dataclass(frozen=True, slots=True)
class Inference:
    """What one text says about another: probabilities, with neutral the rest of 1."""

    entails: float
    contradicts: float
    relations: tuple[float, ...] = ()  # the probability of each of RELATIONS, by a model that says so


class RelationModel:
    """The model in `folder`. Raises `Stop` where a file is missing, or its labels are not those of entailment."""

    def __init__(self, folder: Path) -> None:
        config, graph, words = _files(folder)
        self._order, self._temperature, max_tokens = _configured(folder, config)
        try:
            self._session = onnx.session(graph)
            self._tokenizer = onnx.tokenizer(words, max_tokens)
        except Exception as error:
            # onnxruntime and tokenizers raise classes of their own, or plain Exception, for files that are not theirs
            raise Stop(f"The model in {folder} cannot be loaded: {error}.", hint=_HINT) from error
        self._inputs = {given.name for given in self._session.get_inputs()}
        self._tells = UNRELATED in self._order

    def infer(self, premise: str, hypothesis: str) -> Inference:
        """What `premise` says about `hypothesis`. One pair at a time: neighbours in a batch would change the result."""
        encoding = self._tokenizer.encode(premise, hypothesis)
        given = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        feeds = {name: np.array([row], dtype=np.int64) for name, row in given.items() if name in self._inputs}
        (logits, *_) = self._session.run(None, feeds)
        scaled = logits[0].astype(np.float64) / self._temperature
        entails, _, contradicts = self._shares(scaled, LABELS)
        return Inference(entails, contradicts, self._shares(scaled, RELATIONS) if self._tells else ())

    def _shares(self, scaled: NDArray[np.float64], labels: Sequence[str]) -> tuple[float, ...]:
        """The probabilities of some labels, of which one holds."""
        chosen = scaled[[self._order[label] for label in labels]]
        powers = np.exp(chosen - chosen.max())
        return tuple(np.round(powers / powers.sum(), DECIMALS).tolist())


@cache
def relation_model(folder: str = "") -> RelationModel:
    """The model in `folder`, or the shipped one; loaded once a process."""
    return RelationModel(_folder(folder))


@cache
def relation_digest(folder: str = "") -> str:
    """The SHA-256 over the files of that model, which is not loaded: an inference is stored under it."""
    return onnx.digest(*_files(_folder(folder)))


@lru_cache(maxsize=20_000)
def infer(texts: tuple[str, str], folder: str) -> Inference:
    """What the first text says about the second, by the model in `folder` ("" for the shipped one)."""
    return relation_model(folder).infer(*texts)


def _folder(name: str) -> Path:
    return Path(name) if name else SHIPPED


def _files(folder: Path) -> tuple[bytes, bytes, bytes]:
    """The configuration, the graph and the tokenizer."""
    return _content(folder, "config.json"), _content(folder, "model.onnx"), _content(folder, "tokenizer.json")


def _content(folder: Path, name: str) -> bytes:
    if folder == SHIPPED:
        return onnx.shipped(folder, name)
    nested = folder / "onnx" / name  # where Hugging Face folders keep their ONNX files
    there = os.path.exists(nested)  # noqa: PTH110 - `Path.exists` raises for a name that is too long
    return onnx.read(nested if there else folder / name, _HINT)


def _configured(folder: Path, content: bytes) -> tuple[Mapping[str, int], float, int]:
    """Which logit is which label, what the logits are divided by, and the longest input in tokens."""
    try:
        config = json.loads(content)
        order = {str(label).lower(): int(at) for at, label in config["id2label"].items()}
        temperature = float(config.get("temperature", 1.0))
        max_tokens = int(config.get("max_position_embeddings", MAX_TOKENS))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Stop(f"{folder / 'config.json'} does not describe a model: {error!r}.", hint=_HINT) from error
    if sorted(order) not in (sorted(LABELS), sorted((*LABELS, *RELATIONS))):
        named = ", ".join(sorted(order))
        raise Stop(f"The model in {folder} has the labels {named}; it needs {', '.join(LABELS)}.", hint=_HINT)
    return order, temperature, max_tokens
