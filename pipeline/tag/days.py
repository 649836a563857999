"""Days: the dates of a sentence as values, "16 to 28 October 1962" from its first day to its last."""

import re
from datetime import date

from spacy.tokens import Span

from pipeline.dates import WrittenDate, YearOf, find_dates
from pipeline.records import Value, ValueKind
from pipeline.tag.relative_days import find_relative_days

_FIRST_DAY = re.compile(
    r"""(?:\b(?P<opener>from|between)\s)?(?<![\d.,])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?
    \s(?P<joiner>to|and)\s$""",
    re.IGNORECASE | re.VERBOSE,
)
LONGEST = 30  # characters of what stands before: "between 16th and "


def _from_first(written: WrittenDate, text: str) -> tuple[int, int]:
    """Where a date starts and its first day, with the day before it that has the same month: "16 to" 28 October."""
    match = _FIRST_DAY.search(text, max(0, written.start - LONGEST), written.start)
    last = date.fromordinal(written.high)
    if not match or written.precision != "day" or not 0 < int(match["day"]) < last.day:
        return written.start, written.low
    if match["joiner"].lower() == "and" and match["opener"] is None:  # "on 16 and 28 October" are two days
        return written.start, written.low
    return match.start("day"), last.replace(day=int(match["day"])).toordinal()


def find_days(sentence: Span, year_of: YearOf | None, published: date | None = None) -> list[Value]:
    """The dates in a sentence; offsets count from the start of its document."""
    begin, text, days = sentence.start_char, sentence.text, []
    for written in find_dates(text, year_of):
        start, low = _from_first(written, text)
        days.append(Value(begin + start, begin + written.end, ValueKind.DATE, low, written.high))
    # "on Tuesday, 5 May 2020" is one day, told by its date
    relative = [] if days else find_relative_days(text, published)
    days += [Value(begin + d.start, begin + d.end, ValueKind.DATE, d.low, d.high) for d in relative]
    return days
