"""The block model: how likely each block is part of the article, from its row in the table.

Gradient-boosted trees, made by training/blocks. There are two, with the second opinion and without.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import onnxruntime

from pipeline import onnx
from pipeline.extract.html.blocks.table import Table

FOLDER = onnx.MODELS / "blocks"
COLUMNS = "columns"  # under which the names that a model learned from stand in its file, a line each


@dataclass(frozen=True, slots=True)
class BlockModel:
    """One set of trees, and the names of the columns it reads."""

    trees: onnxruntime.InferenceSession
    columns: tuple[str, ...]

    def chances(self, table: Table) -> Sequence[float]:
        """For each row the chance that its block is part of the article, from 0 to 1.

        Raises `ValueError` where the columns are not those that were learned from: then it has to be trained again.
        """
        if table.columns != self.columns:
            raise ValueError("The block table is not the one that the model was trained on: see training/blocks.")
        found: Sequence[float] = self.trees.run(["chances"], {"blocks": table.rows})[0][:, 0].tolist()
        return found


@cache
def block_model(*, with_opinion: bool) -> BlockModel:
    """The model for tables with the second opinion's columns, or without. Raises `Stop` if it is not as shipped."""
    trees = onnx.session(_content(with_opinion=with_opinion))
    columns = trees.get_modelmeta().custom_metadata_map[COLUMNS].split("\n")
    return BlockModel(trees, tuple(columns))


def _content(*, with_opinion: bool) -> bytes:
    return onnx.shipped(FOLDER, "with_opinion.onnx" if with_opinion else "alone.onnx")


@cache
def block_digest() -> str:
    """The SHA-256 over both models, which are not loaded: a choice of blocks is stored under it."""
    return onnx.digest(*(_content(with_opinion=asked) for asked in (False, True)))
