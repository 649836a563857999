"""Bounds: what the words around a number leave open."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from pipeline.tag.numerals import word

_VERBS = ("exceed", "cap")  # "exceeded 30": not the number's own words
_OR_MORE = frozenset({"at least", "or more", "and above", "and over", "or over"})
_OR_LESS = frozenset({"at most", "or less", "or fewer", "or under", "and under"})
_OR_SO = frozenset({"or so"})
LONGEST = 4  # words of the longest of these
NEARLY = 0.9  # "nearly 2,000" is 1,800 to 2,000, and "just over 2,000" reaches as far beyond it
MILLION = 1e6  # from here on counts are rounded, and "more than" does not mean one more


@dataclass(frozen=True, slots=True)
class Bounds:
    low: float
    high: float
    approximate: bool = False
    opened: int = 0  # tokens before the number which say so: two for "at least"


Bounding = Callable[[float, float], Bounds]  # of the amount, and of the step to the next one
# What words before a number make of it; "no more than" is tried before "more than", "just under" before "under".
_PHRASES: dict[str, Bounding] = {
    "no fewer than|no less than|not less than|not fewer than|at least|minimum of|upwards of": (
        lambda amount, _: Bounds(amount, math.inf)
    ),
    "no more than|not more than|at most|up to|as many as|as much as|maximum of|capped at|within": (
        lambda amount, _: Bounds(0.0, amount)
    ),
    "nearly|almost|close to|just under|just below|just short of": (
        lambda amount, _: Bounds(NEARLY * amount, amount, approximate=True)
    ),
    "just over|just above|slightly more than|slightly over|a little over|a little more than": (
        lambda amount, _: Bounds(amount, (2 - NEARLY) * amount, approximate=True)
    ),
    "more than|greater than|in excess of|exceed|exceeds|exceeding|exceeded|over|above": (
        lambda amount, step: Bounds(amount + step, math.inf)
    ),
    "fewer than|less than|under|below": lambda amount, step: Bounds(0.0, amount - step),
    "about|around|roughly|approximately|some|estimated|circa": (
        lambda amount, _: Bounds(amount, amount, approximate=True)
    ),
}
_OPENINGS = {phrase: bounding for phrases, bounding in _PHRASES.items() for phrase in phrases.split("|")}


def _opened(before: Sequence[str], amount: float, step: float) -> Bounds | None:
    for first in range(len(before)):
        phrase = " ".join(before[first:])
        if bounding := _OPENINGS.get(phrase):
            opened = 0 if phrase.startswith(_VERBS) else len(before) - first
            return replace(bounding(amount, step), opened=opened)
    return None


def read_bounds(
    sentence: Span, start: int, ends: tuple[int, int], amount: float, *, counts: bool, lasts: bool
) -> Bounds:
    """What is open around the number whose words, currency included, start at `start`.

    `ends` are the tokens after the number and after what it counts. What `counts` comes in ones, so that more than two
    is three or more, and not two and a half. What `lasts` can have been going on over two years, which is no bound.
    """
    before = [word(sentence, i) for i in range(max(start - LONGEST, 0), start)]
    during = lasts and word(sentence, start - 1) == "over" and sentence[start - 1].dep_ == "prep"
    step = 1.0 if counts and amount.is_integer() and amount < MILLION else 0.0
    if not during and (bounds := _opened(before, amount, step)):
        return bounds
    # "30 people at least", but not "30 people, at least nine of them children"
    last = (end for end in ends if end + 2 >= len(sentence) or sentence[end + 2].tag_ != "CD")
    after = {f"{word(sentence, end)} {word(sentence, end + 1)}" for end in last}
    if word(sentence, ends[0]) == "+":
        return Bounds(amount, math.inf)
    if after & _OR_MORE:
        return Bounds(amount, math.inf)
    if after & _OR_LESS:
        return Bounds(0.0, amount)
    return Bounds(amount, amount, approximate=bool(after & _OR_SO))
