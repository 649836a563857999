"""Batches of one length each: every new shape costs a compilation, and filling up costs what it fills."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Row = TypeVar("Row")


def full_batches(
    rows: Iterable[Row], size: Callable[[Row], int], lengths: Sequence[int], tokens: int, chance: random.Random
) -> list[tuple[int, list[Row]]]:
    """All rows under the next of `lengths`, as many in a batch as `tokens` hold, in an order by lot.

    What fills no batch is left out.

    >>> full_batches(["a", "bb", "cc", "dddd"], len, (2, 4), 4, random.Random(1))
    [(2, ['bb', 'cc']), (4, ['dddd'])]
    """
    by_length: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_length[next(length for length in lengths if size(row) <= length)].append(row)
    made: list[tuple[int, list[Row]]] = []
    for length, alike in by_length.items():
        chance.shuffle(alike)
        many = tokens // length
        made += [(length, alike[at : at + many]) for at in range(0, len(alike) - many + 1, many)]
    chance.shuffle(made)
    return made
