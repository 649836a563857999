"""Silence: which articles say nothing on a group, of those from which a reader might expect a word on it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

ALL_ARE_ASKED = 200  # articles; in a larger folder only neighbours are: the rest would be told of a million times

Silence = Callable[[AbstractSet[str]], tuple[str, ...]]


def asks_all(articles: int) -> bool:
    """Whether a folder of so many articles is taken for one story."""
    return articles <= ALL_ARE_ASKED


def all_but(articles: Sequence[str]) -> Silence:
    """Of all articles those that do not speak."""
    everyone = sorted(articles)
    return lambda speaking: tuple(article for article in everyone if article not in speaking)


def all_beside(beside: Mapping[str, AbstractSet[str]]) -> Silence:
    """Of the neighbours of the articles that speak those that do not."""
    return lambda speaking: tuple(sorted(set().union(*(beside[article] for article in speaking)) - speaking))


def who_is_silent(articles: Sequence[str], neighbours: Iterable[tuple[int, int]]) -> Silence:
    """From the articles that speak on something to those that do not, sorted.

    In a folder of so many articles that it holds many stories, only what may be about the same story is silent on it.
    """
    if asks_all(len(articles)):
        return all_but(articles)
    beside: dict[str, set[str]] = {article: set() for article in articles}
    for first, second in neighbours:
        beside[articles[first]].add(articles[second])
        beside[articles[second]].add(articles[first])
    return all_beside(beside)
