"""Amounts: a number, a share of a whole or a range at a place in a sentence."""

import math
from dataclasses import dataclass

from spacy.tokens import Span

from pipeline.tag.measures import CURRENCIES, DURATIONS, FRACTIONS, ORDINALS, SCALES
from pipeline.tag.numerals import from_digits, is_plural, lemma, may_begin, read_numeral, word

_DASHES = frozenset({"-", "–", "—"})
# By these, "from 3 to 5 percent" gives two amounts; anything else that lies from one to another is a range.
_CHANGES = frozenset(
    """change climb cut decline decrease drop ease edge expand fall go grow increase jump lower move plunge raise reduce
    revise rise shrink slip slow soar surge swell up down widen""".split()
)
_RANKED = frozenset({*ORDINALS, "last", "this", "that", "other"})  # before "half": a half of a match or a year
_IN_SO_MANY = (("in", "every"), ("out", "of", "every"), ("out", "of"), ("in",))
HALF = 50.0  # percent
MOST_IN = 100  # "one in five" is a share; beyond one in a hundred it is a rate
SMALL = 1000  # below it, "three" of "three to five million" must be millions too


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at the tokens [start, end) of a sentence."""

    start: int
    end: int
    low: float
    high: float  # above `low` for a range
    is_share: bool = False  # "two thirds", "nine in ten": in percent, and never exact


def _share(start: int, end: int, percent: float) -> Amount:
    return Amount(start, end, round(percent, 2), round(percent, 2), is_share=True)


def _half_of(sentence: Span, i: int) -> Amount | None:
    """Reads "half of the staff" and "half their houses", not "the second half of the match" or "the eastern half"."""
    if word(sentence, i) != "half" or i + 1 == len(sentence):
        return None
    if i and (word(sentence, i - 1) in _RANKED or sentence[i - 1].pos_ == "ADJ"):
        return None
    whole = word(sentence, i + 1) in {"of", "the"} or sentence[i + 1].tag_ == "PRP$"
    return _share(i, i + 1, HALF) if whole else None


def _fraction(sentence: Span, i: int, end: int, many: float) -> Amount | None:
    """Reads "two thirds", and "a third of" or "a third lower", but not "a third day" or "a quarter of a point"."""
    at = end + (word(sentence, end) == "-")
    parts = FRACTIONS.get(word(sentence, at).removesuffix("s"))
    if not parts or not 1 <= many < parts or math.gcd(int(many), parts) > 1 or not many.is_integer():
        return None
    if word(sentence, at + 1) == "of" and word(sentence, at + 2) in {"a", "an"}:
        return None  # of a point, a million, a century: no share of a whole
    compared = at + 1 < len(sentence) and sentence[at + 1].tag_ in {"JJR", "RBR"}
    alone = word(sentence, i - 1) == "by" and not word(sentence, at + 1).isalpha()
    of_a_whole = compared or alone or word(sentence, at + 1) == "of"
    is_part = word(sentence, at).endswith("s") if many > 1 else of_a_whole
    return _share(i, at + 1, 100 * many / parts) if is_part else None


def _in_so_many(sentence: Span, i: int, end: int, many: float) -> Amount | None:
    """Reads "nine in ten", "one in every five" and "two out of five", but not "nine in ten days"."""
    joiner = next((j for j in _IN_SO_MANY if sentence[end : end + len(j)].text.lower() == " ".join(j)), ())
    at = end + len(joiner)
    whole = read_numeral(sentence, at) if joiner and at < len(sentence) else None
    if not whole or not many < whole[1] <= MOST_IN or lemma(sentence, whole[0]) in DURATIONS:
        return None
    return _share(i, whole[0], 100 * many / whole[1])


def _part(sentence: Span, i: int) -> Amount | None:
    """A share of a whole that starts at token `i`."""
    article = word(sentence, i) in {"a", "an"}
    end, many = (i + 1, 1.0) if article else read_numeral(sentence, i) or (i, 0.0)
    if not many:
        return _half_of(sentence, i)
    return _fraction(sentence, i, end, many) or (None if article else _in_so_many(sentence, i, end, many))


def is_score(sentence: Span, start: int, end: int) -> bool:
    """Whether it is a result, "1-0" or "17-14"; "10-15 people" is a range."""
    if word(sentence, start - 1) in _DASHES and from_digits(word(sentence, start - 2)) is not None:
        return True
    if word(sentence, end) not in _DASHES or from_digits(word(sentence, end + 1)) is None:
        return False
    measured = is_plural(sentence, end + 2) or word(sentence, end + 2) in {*SCALES, "%", "percent", "per"}
    return not measured and not (start and sentence[start - 1].text in CURRENCIES)


def _upper(sentence: Span, start: int, end: int) -> tuple[int, float] | None:
    """Where a range from the number at [start, end) ends, and its upper end: "between three and five million"."""
    before = start - 1 - bool(start and sentence[start - 1].text in CURRENCIES)
    joiner, opener = word(sentence, end), word(sentence, before)
    changes = opener == "from" and sentence[before].head.lemma_.lower() in _CHANGES
    joined = joiner in {"or", *_DASHES} or (joiner == "to" and not changes) or (joiner == "and" and opener == "between")
    at = end + 1
    if at < len(sentence) and sentence[at].text in CURRENCIES:
        at += 1
    return read_numeral(sentence, at) if joined and at < len(sentence) else None


def _in_one_token(sentence: Span, i: int) -> Amount | None:
    """Reads "10–15 people"."""
    low, dash, high = sentence[i].text.partition("–")
    ends = from_digits(low), from_digits(high)
    if not dash or ends[0] is None or ends[1] is None or not ends[0] < ends[1]:
        return None
    measured = is_plural(sentence, i + 1) or word(sentence, i + 1) in {*SCALES, "%", "percent", "per"}
    return Amount(i, i + 1, ends[0], ends[1]) if measured else None


def read_amount(sentence: Span, i: int) -> Amount | None:
    """The number, share or range that starts at token `i`; None where none does."""
    if not may_begin(sentence[i]):
        return None
    if share := _part(sentence, i) or _in_one_token(sentence, i):
        return share
    read = read_numeral(sentence, i)
    if read is None:
        return None
    end, low = read
    upper = _upper(sentence, i, end)
    if upper is None or upper[1] <= low:
        return Amount(i, end, low, low)
    scale = SCALES.get(word(sentence, upper[0] - 1), 1)
    return Amount(i, upper[0], low * scale if low < SMALL <= upper[1] and low * scale < upper[1] else low, upper[1])
