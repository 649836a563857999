"""The choice: the blocks that are expected to make the best article, given how likely each is part of it."""

from collections.abc import Sequence

import numpy as np

from pipeline.extract.html.blocks.features import features
from pipeline.extract.html.blocks.model import block_model
from pipeline.extract.html.blocks.second_opinion import second_opinion, words_of
from pipeline.extract.html.blocks.table import block_table
from pipeline.extract.html.blocks.together import together
from pipeline.extract.html.main_content import MainContent
from pipeline.extract.html.pieces import Piece

# Expected F1 of our own choice from which no second opinion is asked. Chosen on predictions for domains left out
# of the training: from 0.97 on, which spares 7 pages in 10, no figure changes by more than 0.0005.
SURE = 0.97
# On a page; a smaller one is a fragment or a sketch, and unlike all that was learned from.
FEWEST_WORDS, FEWEST_BLOCKS = 150, 12


def best_set(chances: Sequence[float], words: Sequence[int]) -> tuple[frozenset[int], float]:
    """The blocks whose words have the highest expected F1 against the article, and that F1.

    For independent blocks it is a set of the most likely ones (Jansche 2007), so that one pass over them in order of
    chance finds it; expectations of the counts stand for that of the ratio.

    >>> kept, expected = best_set([0.9, 0.1, 0.45], [100, 50, 20])
    >>> sorted(kept), round(expected, 2)
    ([0, 2], 0.88)
    """
    chance, size = np.asarray(chances, np.float64), np.asarray(words, np.float64)
    order = np.argsort(-chance, kind="stable")
    right, taken = np.cumsum((chance * size)[order]), np.cumsum(size[order])
    expected = 2 * right / np.maximum(taken + right[-1], 1e-9)
    last = int(np.argmax(expected))
    return frozenset(order[: last + 1].tolist()), float(expected[last])


def choose(html: str, pieces: Sequence[Piece], main: MainContent, *, ask: bool = True) -> frozenset[int] | None:
    """The indices of the pieces that are the article; None where the page is too small to tell.

    With `ask` there is a second opinion where we are not sure.
    """
    words_in = [words_of(piece.text) for piece in pieces]
    words = list(map(len, words_in))
    if sum(words) < FEWEST_WORDS or len(pieces) < FEWEST_BLOCKS:
        return None
    known = features(pieces, main, words_in)
    kept, expected = best_set(block_model(with_opinion=False).chances(block_table(known, words)), words)
    opinion = second_opinion(html, words_in) if ask and expected < SURE else None
    if opinion is not None:
        kept, _ = best_set(block_model(with_opinion=True).chances(block_table(known, words, opinion)), words)
    return together(pieces, main, kept)
