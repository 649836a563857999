"""Numbers that count nothing: of a time of day, a ratio, a word such as "mother-of-two", a point of a text."""

from spacy.tokens import Span

from pipeline.tag.numerals import word

NUMBERED = 3  # tokens; "3." and no more than a word is a number after all

_HALVES = frozenset({"quarter past", "half past", "quarter to"})
_PAST_THE_HOUR = frozenset((unit, side) for unit in ("minute", "minutes") for side in ("past", "to", "before"))


def counts_nothing(sentence: Span, start: int, end: int) -> bool:
    """Whether the number at tokens [start, end) is there for something else than to count."""
    after = word(sentence, end), word(sentence, end + 1)
    return (
        sentence[max(start - 2, 0) : start].text.lower() in _HALVES  # "at a quarter past nine"
        or after in _PAST_THE_HOUR
        or after == ("to", "one")
        or sentence[max(start - 3, 0) : start].text.lower() == "-of-"
        or (start == 0 and end == 1 and _numbers_a_point(sentence))
    )


def _numbers_a_point(sentence: Span) -> bool:
    """Whether a sentence opens with its number: "3. Guidance was cut"."""
    return sentence[0].is_digit and word(sentence, 1) in {".", ")"} and len(sentence) > NUMBERED
