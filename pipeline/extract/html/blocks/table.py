"""All that is known of the blocks of a page, as the table that the block model reads: a row a block."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.html.blocks.features import Features

_Columns = NDArray[np.float64]

BESIDE = (-2, -1, 1, 2)  # blocks whose neighbours' columns are repeated; a third to either side adds nothing
_SEEN = ("size", "linked", "kind", "mark", "prose@3", "prose_of_make")  # what of them
NONE = -9.0  # beyond the first and the last block
WINDOWS = (5, 15)  # blocks to either side, over which the second opinion is averaged


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns, and the rows of shape (blocks, columns)."""

    columns: tuple[str, ...]
    rows: NDArray[np.float32]


def _beside(columns: _Columns) -> _Columns:
    """The rows of the neighbours, side by side."""
    moved = np.full((len(BESIDE), *columns.shape), NONE)
    for target, step in zip(moved, BESIDE, strict=True):
        if step > 0:
            target[:-step] = columns[step:]
        else:
            target[-step:] = columns[:step]
    return np.hstack(list(moved))


def _smoothed(shares: _Columns, sizes: _Columns, width: int) -> _Columns:
    """The mean of shares over `width` blocks to either side, a word a weight."""
    held, whole = (np.concatenate(([0.0], np.cumsum(values))) for values in (shares * sizes, sizes))
    at = np.arange(len(shares))
    low, high = np.maximum(at - width, 0), np.minimum(at + width + 1, len(shares))
    smoothed: _Columns = (held[high] - held[low]) / (whole[high] - whole[low])
    return smoothed


def block_table(known: Features, words: Sequence[int], opinion: Sequence[float] | None = None) -> Table:
    """A row for each block: what is `known` of it and its neighbours, and how much of it the second opinion takes.

    `words` counts the words of each block. Without an opinion the table has no columns for it.
    """
    names, seen = list(known), list(_SEEN)
    own = np.column_stack([np.asarray(column, np.float64) for column in known.values()])
    near = own[:, [names.index(name) for name in seen]]
    columns = [own]
    if opinion is not None:
        taken, sizes = np.array(opinion, np.float64), np.array(words, np.float64) + 1
        columns.append(np.column_stack([taken, *(_smoothed(taken, sizes, width) for width in WINDOWS)]))
        near = np.column_stack([near, taken])
        names += ["opinion", *(f"opinion~{width}" for width in WINDOWS)]
        seen.append("opinion")
    names += [f"{name}{step:+d}" for step in BESIDE for name in seen]
    return Table(tuple(names), np.hstack([*columns, _beside(near)]).astype(np.float32))
