"""Words that were divided at the end of a line are mended, and compounds keep their hyphen."""

import re
from collections.abc import Iterable

_HYPHENS = "-\u00ad\u2010"
# Each begins where letters do: tried at every letter, a line of a million of them takes a day.
_LAST = re.compile(rf"(?<![^\W\d_])([^\W\d_]++)[{_HYPHENS}]$")
_FIRST = re.compile(r"[^\W\d_]+")
_COORDINATED = frozenset({"and", "or", "to", "und", "oder", "bis"})  # "pre- and post-war"
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-\u2010][^\W\d_]+)+")


def compounds(texts: Iterable[str]) -> frozenset[str]:
    """What is written with a hyphen inside a line, in lower case: there the hyphen is the word's own."""
    return frozenset(found.lower().replace("\u2010", "-") for text in texts for found in _COMPOUND.findall(text))


def is_divided(line: str) -> bool:
    """Whether the last word of a line goes on in the next one."""
    return bool(_LAST.search(line))


def cut_at_end(line: str, following: str, known: frozenset[str]) -> int | None:
    """How many characters of the end of a line the mended word loses; None if no word goes on in the next line.

    >>> cut_at_end("it was a busi-", "ness", frozenset())
    1
    >>> cut_at_end("a long-", "term plan", frozenset({"long-term"}))
    0
    """
    last, first = _LAST.search(line), _FIRST.match(following)
    if not last:
        # "U.S.-" and "1987-" go on without a space, with the hyphen that they have.
        return 0 if line[-1:] in _HYPHENS and line[-2:-1].strip() and following[:1].strip() else None
    if not first:
        return 0 if following[:1].isdigit() else None
    if first[0] in _COORDINATED:
        return None
    if first[0][0].isupper() or f"{last[1]}-{first[0]}".lower() in known:
        return 0
    return 1
