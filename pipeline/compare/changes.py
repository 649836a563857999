"""Changes: what sets two sentences apart that are otherwise word for word the same.

Of near copies the words that were exchanged tell nearly all: one figure, day, name or "not" makes a contradiction of
them; two exchanged together, the well and its month, rather make another statement. One amount in two wordings, "a
year" and "twelve months", is no change.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipeline.compare.rule import Pair
from pipeline.compare.values import exactly_same
from pipeline.records import Span
from pipeline.tag.times import TIME_WORDS

NEAR_COPY = 0.6  # share of words in the same order from which two sentences count as one, changed
_NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty sixty seventy eighty
    ninety hundred thousand million billion half third quarter first second third fourth fifth once twice
    """.split()
)
_TIMES = TIME_WORDS | frozenset(
    """
    morning afternoon evening night noon midnight week month year day hour minute weekend yesterday today tomorrow
    before after
    """.split()
)
_DENIALS = frozenset("no not never none nobody nothing neither nor without cannot n't n’t".split())
_BARE = frozenset({("not",), ("never",), ("no",), ("no", "longer")})


@dataclass(frozen=True, slots=True)
class Changes:
    """How alike two sentences are word for word, and the stretches of words that differ, a's and b's."""

    likeness: float
    stretches: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    @property
    def none(self) -> bool:
        """Whether the two are word for word the same."""
        return not self.stretches

    @property
    def denied(self) -> bool:
        """Whether a "not" more is all: "would be paid", "would not be paid"."""
        return len(self.stretches) == 1 and any(
            not one and tuple(word.casefold() for word in other) in _BARE
            for one, other in (self.stretches[0], self.stretches[0][::-1])
        )


def _words(text: str) -> list[str]:
    return re.findall(r"n[’']t\b|\d[\d.,:]*\d|\w+?(?=n[’']t\b)|\w+", text)


def _in_two_wordings(pair: Pair) -> Iterator[tuple[list[str], list[str]]]:
    """How each claim writes what both give exactly, and in other words."""
    for x in pair.a.statement.values:
        for y in pair.b.statement.values:
            if exactly_same(x, y):
                one, other = _words(pair.words_a(Span(x.start, x.end))), _words(pair.words_b(Span(y.start, y.end)))
                if one and other and one != other:
                    yield one, other


def _exchanged(words: Sequence[str], old: list[str], new: list[str]) -> list[str]:
    """The words with each run of `old` in them put as `new`."""
    put: list[str] = []
    at = 0
    while at < len(words):
        here = list(words[at : at + len(old)]) == old
        put += new if here else [words[at]]
        at += len(old) if here else 1
    return put


def changes(pair: Pair) -> Changes:
    """What was changed from the one claim's text to the other's."""
    a, b = _words(pair.a.text), _words(pair.b.text)
    for one, other in _in_two_wordings(pair):
        b = _exchanged(b, other, one)
    matcher = SequenceMatcher(None, [w.casefold() for w in a], [w.casefold() for w in b], autojunk=False)
    differing = [(tuple(a[i:j]), tuple(b[k:m])) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
    return Changes(matcher.ratio(), tuple(differing))


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word.casefold() in _NUMBERS


def _is_time(word: str) -> bool:
    return word.casefold().rstrip("s") in _TIMES


def kind_of(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """What a changed stretch is about: a denial, a number, a time, a name, "more" on one side, or other words."""
    if bool(_DENIALS & {w.casefold() for w in one}) != bool(_DENIALS & {w.casefold() for w in other}):
        return "denial"
    if not one or not other:
        return "more"
    if any(map(_is_time, one)) and any(map(_is_time, other)):
        return "time"
    if any(map(_is_number, one)) and any(map(_is_number, other)):
        return "number"
    if one[0][0].isupper() and other[0][0].isupper():
        return "name"
    return "words"


KINDS = ("denial", "number", "time", "name", "more", "words")
