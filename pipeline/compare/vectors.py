"""Vectors: what the sentence model makes of the texts and words of claims, each asked for once and kept."""

from collections.abc import Sequence

import numpy as np

from pipeline.compare.background import Vector
from pipeline.compare.embedding import WIDTH, embed_text, sentence_digest
from pipeline.errors import Reject
from pipeline.onnx import WORTH
from pipeline.records import Claim
from pipeline.workers import Runner

TEXTS_AT_ONCE = 20_000  # whose vectors are held twice for a moment: 30 MB; of a thousand articles all


def embed(texts: Sequence[str], runner: Runner) -> dict[str, Vector]:
    """Each distinct text's unit vector."""
    distinct = sorted(set(texts))
    vectors: dict[str, Vector] = {}
    for first in range(0, len(distinct), TEXTS_AT_ONCE):
        some = distinct[first : first + TEXTS_AT_ONCE]
        packed = runner.map("compare", embed_text, some, bytes, model=sentence_digest(), worth=WORTH)
        vectors |= {text: _vector(row) for text, row in zip(some, packed, strict=True)}
    return vectors


def _vector(row: bytes | Reject) -> Vector:
    if isinstance(row, Reject):  # one sentence that the model cannot take: it is like nothing
        return np.zeros(WIDTH, dtype=np.float32)
    return np.frombuffer(row, dtype=np.float32)


def vectors_of(claims: Sequence[Claim], runner: Runner) -> dict[str, Vector]:
    """A vector for every claim's text and every word in them."""
    return embed(
        [claim.text for claim in claims] + [term for claim in claims for term in claim.statement.terms], runner
    )
