"""Offsets as JavaScript counts them: in UTF-16 units, where an emoji is two."""

import re
from bisect import bisect_left
from collections.abc import Callable

_DOUBLE = re.compile("[^\0-\uffff]")


def utf16(text: str) -> Callable[[int], int]:
    """Maps an offset into `text` in characters to one in UTF-16 units.

    >>> at = utf16("a😀b")
    >>> [at(offset) for offset in range(4)]
    [0, 1, 3, 4]
    """
    doubles = [match.start() for match in _DOUBLE.finditer(text)]
    return lambda offset: offset + bisect_left(doubles, offset)
