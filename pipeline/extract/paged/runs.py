"""Words of one look, and the numbers among them that stand for notes."""

from collections.abc import Iterable
from typing import NamedTuple

_STOPS = frozenset(".,;:!?)]”’\"'»")


class Run(NamedTuple):
    r"""Words of one look; "\n" is a line break."""

    text: str
    bold: bool = False
    raised: bool = False


def _is_reference(run: Run, before: str, noted: frozenset[str]) -> bool:
    """After a stop a raised number can be nothing else, after a digit it may be an exponent."""
    number = run.text.strip("()[] ,")
    return run.raised and number.isdecimal() and (before in _STOPS or (number in noted and before.isalpha()))


def without_references(runs: Iterable[Run], noted: frozenset[str] = frozenset()) -> list[Run]:
    """The runs without the raised numbers that stand for notes; `noted` are those that are known to have one.

    With such a number between them two sentences would be one. Programs count notes as they count the items of lists,
    whose numbers are no text either.
    """
    found: list[Run] = []
    before = ""
    for run in runs:
        if not _is_reference(run, before, noted):
            found.append(run)
            before = run.text[-1:] or before
    return found
