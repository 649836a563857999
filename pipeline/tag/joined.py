"""Joined values: what two numbers say as one, "six hours and 40 minutes", "all but three of the eight"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.records import Value, ValueKind

_AND = re.compile(r"(?:,? and |, | )")
_OF = re.compile(r" of (?:the |its |their |his |her |all |these |those )?", re.IGNORECASE)
_ALL_BUT = re.compile(r"\b(?:all|everyone|every one) (?:but|except) $", re.IGNORECASE)
LONGEST = len("every one except ")


def _is_rest(text: str, x: Value, y: Value) -> bool:
    """Whether `y` is what `x` leaves over of one duration: hours, and minutes behind them."""
    last = max(x.end - y.start, 0)
    exact = x.low == x.high and y.low == y.high and not last
    units = [text[value.start : value.end].rsplit(maxsplit=1)[-1].rstrip("s").casefold() for value in (x, y)]
    both = x.kind is y.kind is ValueKind.DURATION and x.unit == y.unit and units[0] != units[1]
    return both and exact and y.low < x.low and bool(_AND.fullmatch(text[x.end : y.start]))


def _left(text: str, x: Value, y: Value) -> Value | None:
    """What is left of `y` without `x`: five, of "all but three of the eight libraries"."""
    counts = x.kind is y.kind is ValueKind.NUMBER and x.low == x.high <= y.low == y.high
    said = _ALL_BUT.search(text, max(x.start - LONGEST, 0), x.start)
    if not (counts and said and _OF.fullmatch(text[x.end : y.start])):
        return None
    return replace(x, start=said.start(), low=y.low - x.low, high=y.low - x.low, counted=y.counted)


def joined(values: Iterable[Value], text: str) -> Iterator[Value]:
    """The values of a sentence, in order, those that make one thing as one; offsets count from the start of `text`."""
    waiting: Value | None = None
    for value in values:
        if waiting and _is_rest(text, waiting, value):
            low = waiting.low + value.low
            waiting = replace(waiting, end=value.end, low=low, high=low)
            continue
        if waiting:
            yield _left(text, waiting, value) or waiting
        waiting = value
    if waiting:
        yield waiting
