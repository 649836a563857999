"""Whether the words of a PDF are what stands on its pages: the reading by place, held against the order of the file.

Where the letters of a file have wrong widths, they lie on each other, and words that are told apart by gaps are torn.
The file's own order of letters keeps most of them.
"""

import re
from collections import Counter
from collections.abc import Iterable

FEWEST = 20  # words; less says nothing
SAME = 0.8  # share of the words; 15 sound files, with columns and hyphens, have 0.999 and more, torn ones under 0.35

_WORD = re.compile(r"[^\W\d_]{3,}")


def are_torn(words: Iterable[str], in_file_order: str) -> bool:
    """Whether too few of the words of the file's own text are among those that were read.

    >>> text = "The bridge was closed to lorries after engineers found cracks. " * 5
    >>> are_torn(text.split(), text), are_torn("Th eb ri dg ew as cl os ed".split() * 9, text)
    (False, True)
    """
    read = Counter(_WORD.findall(" ".join(words).casefold()))
    expected = Counter(_WORD.findall(in_file_order.casefold()))
    return expected.total() >= FEWEST and (expected & read).total() < SAME * expected.total()
