"""The block model: how likely each block is part of the article, from its row in the table.

Gradient-boosted trees, made by training/blocks. There are two, with the second opinion and without.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

import onnxruntime

from pipeline import onnx
from pipeline.extract.html.blocks.table import Table

FOLDER = onnx.MODELS / "blocks"


@dataclass(frozen=True, slots=True)
class BlockModel:
    """One set of trees; `digest` is the SHA-256 of its file."""

    trees: onnxruntime.InferenceSession
    digest: str

    def chances(self, table: Table) -> Sequence[float]:
        """For each row the chance that its block is part of the article, from 0 to 1."""
        found: Sequence[float] = self.trees.run(["chances"], {"blocks": table})[0][:, 0].tolist()
        return found


@cache
def block_model(*, with_opinion: bool) -> BlockModel:
    """The model for tables with the second opinion's columns, or without. Raises `Stop` if it is not as shipped."""
    content = onnx.shipped(FOLDER, "with_opinion.onnx" if with_opinion else "alone.onnx")
    return BlockModel(onnx.session(content), sha256(content).hexdigest())


def block_digest() -> str:
    """The SHA-256 over both models: a choice of blocks is stored under it."""
    return sha256("".join(block_model(with_opinion=asked).digest for asked in (False, True)).encode()).hexdigest()
