"""Numerals: one number at a place in a sentence, in digits or words, with its halves and scale words."""

import re

from spacy.tokens import Span, Token
from text_to_num import text2num

from pipeline.tag.measures import CURRENCIES, DURATIONS, MEASURES, MONEY, SCALES

LONGEST = 30  # tokens of a number in words; "nine hundred and ninety-nine million ..." to the trillion has 27

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALED = re.compile(rf"(?P<digits>{_DIGITS})(?P<scale>m|mn|bn|tn|k|million|billion|trillion)?")
_SPELLED_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
_OPENERS = _SPELLED_SCALES | {"a", "an", "half"}  # of numbers that have no digit and need no tag
_CARDINALS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety
    """.split()
)
_DEGREES = re.compile(r"^(\d{2,3}(?:\.\d)?)[CF]$")  # "41C"
_MINUS = frozenset("-−–")  # read as a sign only before what can be below zero
# Behind one of these, "a week" is how long something is; elsewhere it is a rate, or counts from a day: "a week later".
_LASTING = frozenset(
    "for after within than by under over about almost nearly last take spend serve need require wait".split()
)
_LASTS = frozenset(DURATIONS) - {"second", "minute"}  # "for a second time", "for a minute"
_COUNTED_FROM = frozenset("ago later earlier before after on old of or".split())
_EXTRA = {"half": 0.5, "quarter": 0.25}  # "seven and a half"


def word(sentence: Span, i: int) -> str:
    """The token at `i` in small letters, "" outside the sentence."""
    return str(sentence[i].lower_) if 0 <= i < len(sentence) else ""


def lemma(sentence: Span, i: int) -> str:
    """The lemma of the token at `i` in small letters, "" outside the sentence."""
    return str(sentence[i].lemma_.lower()) if 0 <= i < len(sentence) else ""


def is_plural(sentence: Span, i: int) -> bool:
    """Whether the token at `i` is a noun that stands for several."""
    return 0 <= i < len(sentence) and sentence[i].tag_ in {"NNS", "NNPS"}


def from_digits(text: str) -> float | None:
    """The number that digits write, with a letter for its scale.

    >>> from_digits("2,600,000"), from_digits("5bn"), from_digits("9M729")
    (2600000.0, 5000000000.0, None)
    """
    match = _SCALED.fullmatch(text.lower())
    return float(match["digits"].replace(",", "")) * SCALES.get(match["scale"], 1) if match else None


def _is_cardinal(token: Token) -> bool:
    """Whether the tagger reads a number; "Eleven ships" it takes for an adjective at the start of a sentence."""
    return token.tag_ == "CD" or (token.tag_ == "JJ" and token.lower_ in _CARDINALS)


def _is_number_word(token: Token) -> bool:
    spelled = _is_cardinal(token) and token.text.isalpha() and token.lower_ not in SCALES
    return spelled or token.lower_ in _SPELLED_SCALES


def may_begin(token: Token) -> bool:
    """Whether a number may start with a token: most cannot, and need no closer look.

    It has to let through all that `read_numeral` and the shares and ranges of `amounts.py` take for a start.
    """
    sign = token.text[0]
    return sign.isdigit() or sign in _MINUS or _is_cardinal(token) or token.lower_ in _OPENERS


def _goes_on(sentence: Span, end: int, *, between: bool) -> int:
    """How many tokens from `end` belong to a number in words: 2 with the "and" or the hyphen before the word."""
    after_scale = word(sentence, end) == "and" and word(sentence, end - 1) in _SPELLED_SCALES and not between
    step = 2 if after_scale or word(sentence, end) == "-" else 1
    following = end + step - 1
    return step if following < len(sentence) and _is_number_word(sentence[following]) else 0


def _spelled(sentence: Span, i: int) -> tuple[int, float] | None:
    """A number in words at token `i`. "Between three and five" holds two."""
    end, between = i + 1, word(sentence, i - 1) == "between"
    while end - i < LONGEST and (step := _goes_on(sentence, end, between=between)):
        end += step
    while end > i:
        words = ["one" if word(sentence, i) in {"a", "an"} else word(sentence, i)]
        words += [word(sentence, j) for j in range(i + 1, end)]
        try:
            return end, float(text2num(" ".join(words).replace(" - ", " "), "en"))
        except ValueError:  # "two six-day wars"
            end -= 1
    return None


def _are_millions(sentence: Span, end: int) -> bool:
    """Whether "m" before token `end` is for millions, of people or of money, and not for metres."""
    if is_plural(sentence, end) or word(sentence, end) in MONEY:
        return True
    measures = 0 <= end < len(sentence) and sentence[end].pos_ in {"NOUN", "PROPN", "ADJ"}  # "a 40m pool"
    return not measures and any(t.text in CURRENCIES or t.lower_ in MONEY for t in sentence)


def _scaled(sentence: Span, start: int, end: int, amount: float) -> tuple[int, float]:
    """The scale words after a number: "2.6 million", "two dozen", "€18.5m"."""
    while True:
        step = 1 if word(sentence, end) == "-" else 0
        scale = word(sentence, end + step)
        money = start > 0 and sentence[start - 1].text in CURRENCIES
        if scale not in SCALES or (scale == "m" and not money and not _are_millions(sentence, end + step + 1)):
            return end, amount
        end, amount = end + step + 1, amount * SCALES[scale]


def _half(sentence: Span, i: int) -> tuple[int, float] | None:
    """Reads "half a million", "half an hour" and "half a percentage point"."""
    known = lemma(sentence, i + 2) in {*SCALES, *DURATIONS, *MEASURES, "percentage", "point"}
    return (i + 2, 0.5) if word(sentence, i) == "half" and word(sentence, i + 1) in {"a", "an"} and known else None


def _a_while(sentence: Span, i: int) -> tuple[int, float] | None:
    """Reads the "a" of "lasted a week" and "for a year", not of "twice a week", "a year later" or "a day trip"."""
    if word(sentence, i) not in {"a", "an"} or word(sentence, i + 1) not in _LASTS:
        return None
    behind = {lemma(sentence, i - 1), word(sentence, i - 1)} & _LASTING
    then = word(sentence, i + 2)
    more = then == "and" and word(sentence, i + 3) in {"a", "half"}
    goes_on = more or then in _COUNTED_FROM or (i + 2 < len(sentence) and sentence[i + 2].pos_ == "NOUN")
    return (i + 1, 1.0) if behind and not goes_on else None


def read_numeral(sentence: Span, i: int) -> tuple[int, float] | None:
    """The number that starts at token `i`: the token after it, and what it is. None where no number starts."""
    first = sentence[i]
    digits = from_digits(_DEGREES.sub(r"\1", first.text))
    if first.text[0] in _MINUS and lemma(sentence, i + 1) in {"degree", "degrees", "°", "°c", "°f", "%", "percent"}:
        below = from_digits(first.text[1:])
        digits = -below if below is not None else None
    a_scale = first.lower_ in {"a", "an"} and word(sentence, i + 1) in {*_SPELLED_SCALES, "dozen"}
    in_words = a_scale or (_is_number_word(first) and first.lower_ not in _SPELLED_SCALES)
    if digits is not None:
        read: tuple[int, float] | None = (i + 1, digits)
    else:
        read = _spelled(sentence, i) if in_words else _half(sentence, i) or _a_while(sentence, i)
    if read is None:
        return None
    end, amount = read
    if word(sentence, end) == "and" and word(sentence, end + 1) == "a" and word(sentence, end + 2) in _EXTRA:
        end, amount = end + 3, amount + _EXTRA[word(sentence, end + 2)]
    return _scaled(sentence, i, end, amount)
