"""Silence: which articles say nothing on a group, of those from which a reader might expect a word on it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

ALL_ARE_ASKED = 200  # articles; in a larger folder only neighbours are: the rest would be told of a million times

Silence = Callable[[AbstractSet[str]], tuple[str, ...]]


def who_is_silent(articles: Sequence[str], neighbours: Iterable[tuple[int, int]]) -> Silence:
    """From the articles that speak on something to those that do not, sorted.

    In a folder of so many articles that it holds many stories, only what may be about the same story is silent on it.
    """
    if len(articles) <= ALL_ARE_ASKED:
        everyone = sorted(articles)
        return lambda speaking: tuple(article for article in everyone if article not in speaking)
    beside: dict[str, set[str]] = defaultdict(set)
    for first, second in neighbours:
        beside[articles[first]].add(articles[second])
        beside[articles[second]].add(articles[first])
    return lambda speaking: tuple(sorted(set().union(*(beside[article] for article in speaking)) - speaking))
