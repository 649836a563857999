"""The words of an element's classes."""

from functools import lru_cache

from pipeline.extract.html.regions import words_of
from pipeline.extract.html.tree import Node

MOST_KEPT = 10_000  # class attributes, of which a page has some hundred and a site the same again and again


@lru_cache(MOST_KEPT)
def _words(classes: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    names = tuple(map(words_of, classes.split()))
    return frozenset(word for name in names for word in name), names


def class_words(node: Node) -> frozenset[str]:
    """The words in all classes of `node`."""
    return _words(node.get("class"))[0]


def class_names(node: Node) -> tuple[tuple[str, ...], ...]:
    """The words of each class of `node`, in order."""
    return _words(node.get("class"))[1]
