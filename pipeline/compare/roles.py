"""Roles: which names act in a claim and which are acted on, and whether two claims exchange them."""

import re

from pipeline.compare.rule import Pair

_ARTICLES = frozenset({"The", "A", "An"})


def names_in(words: str) -> set[str]:
    """The capitalised words of a phrase.

    >>> sorted(names_in("The mayor Ilse Varga"))
    ['Ilse', 'Varga']
    """
    return set(re.findall(r"[A-Z][\w’'-]+", words)) - _ARTICLES


def exchanged_roles(pair: Pair) -> bool:
    """Whether who acts in the one is acted on in the other, both ways."""
    a, b = pair.a.statement, pair.b.statement
    swapped = names_in(a.subject) & names_in(b.object) and names_in(b.subject) & names_in(a.object)
    return bool(swapped) and not names_in(a.subject) & names_in(b.subject)
