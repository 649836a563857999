"""Sentence embeddings: a text becomes a vector of length 1, and what means the like points the same way.

The model is all-MiniLM-L6-v2 in int8; `pipeline/models/sentence/README.md` says where it is from and how good it is.
Method: Reimers and Gurevych, Sentence-BERT (EMNLP 2019); Wang et al., MiniLM (NeurIPS 2020).
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline import onnx

SHIPPED = onnx.MODELS / "sentence"
WIDTH = 384
MAX_TOKENS = 256  # the longest input of the model; what a text says after that is not looked at
DECIMALS = 4  # finer than the model's own error, coarser than the last bits in which processors differ


class SentenceModel:
    """The model in `folder`. Raises `Stop` where a file is missing or is not the one that was measured."""

    def __init__(self, folder: Path) -> None:
        graph, words = _files(folder)
        self._session = onnx.session(graph)
        self._tokenizer = onnx.tokenizer(words, MAX_TOKENS)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows of shape (len(texts), 384), each the same whatever stands beside it."""
        rows = {text: self._embed_one(text) for text in dict.fromkeys(texts)}
        return np.array([rows[text] for text in texts], dtype=np.float32).reshape(-1, WIDTH)

    def _embed_one(self, text: str) -> NDArray[np.float32]:
        # Never in batches: the int8 scale of a layer's input is taken over all that is in it, so that neighbours
        # would change each other's vectors. That costs 30% of the speed.
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        (rows,) = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        row: NDArray[np.float32] = np.round(rows[0], DECIMALS) + np.float32(0)  # adding 0 makes -0.0 one with 0.0
        return row


def _files(folder: Path) -> tuple[bytes, bytes]:
    """The graph and the tokenizer."""
    return onnx.shipped(folder, "model.onnx"), onnx.shipped(folder, "tokenizer.json")


@cache
def sentence_model() -> SentenceModel:
    """The shipped model, loaded once a process."""
    return SentenceModel(SHIPPED)


@cache
def sentence_digest() -> str:
    """The SHA-256 over the files of the shipped model, which is not loaded: an embedding is stored under it."""
    return onnx.digest(*_files(SHIPPED))


def embed_text(text: str) -> bytes:
    """One text's row as the bytes of 384 float32, for the store."""
    return sentence_model().embed([text]).tobytes()
