"""Dates as people write them, read as the days they may mean.

`find_dates("in October 1962")` gives one `WrittenDate` whose days run from the 1st to the 31st: a date is as precise
as its words. Days are proleptic ordinals, as in `datetime.date.toordinal`.
"""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipeline.foreign_months import FOREIGN_MONTHS

MONTHS = "january february march april may june july august september october november december".split()
DECEMBER = 12
_MONTH_NUMBER = {name: i for i, name in enumerate(MONTHS, 1)} | {name[:3]: i for i, name in enumerate(MONTHS, 1)}
_MONTH_NUMBER["sept"] = 9

_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_MONTH = rf"(?P<month>{'|'.join(MONTHS).title()}|(?:{'|'.join(MONTHS).upper()})\b|{_SHORT})"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_FOREIGN_MONTH = rf"(?P<foreign>(?i:{'|'.join(sorted(FOREIGN_MONTHS, key=len, reverse=True))}))\b\.?"
_FOREIGN_IN_FULL = rf"(?P<foreign>(?i:{'|'.join(name for name in FOREIGN_MONTHS if len(name) > len('sept'))}))"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_PART = r"(?:[Ee]arly|[Mm]id|[Ll]ate)"
BETWEEN = "./-"  # the signs between the numbers of a date
_BEFORE, _AFTER = r"(?<![\w.,/\-–$€£])", r"(?![\w/]|[.,]\d|-\d\d-|\s?%)"  # not inside a number or a word
# English writes "1,962 warheads", but not always: before one of these, four digits are a count.
_COUNTED = (
    r"(?:[a-z]+ed\s)?(?:aircraft|bombs|cases|children|civilians|deaths|dollars|employees|euros|homes|houses|jobs"
    r"|kilomet(?:re|er)s|km|launchers|members|metres|meters|miles|missiles|pages|patients|people|prisoners|refugees"
    r"|seats|ships|soldiers|students|tanks|tonnes|tons|troops|villages|votes|warheads|weapons|women|words|workers)\b"
)

# Longest first: a day is never read as part of a month. Years of two digits are left alone. Foreign months are read
# only beside a day and a year, because "mars 2020" is a month and "Mars 2020" is a rover.
_FORMS = tuple(
    re.compile(_BEFORE + form + _AFTER)
    for form in (
        r"(?P<year>\d{4})-(?P<month_no>[01]\d)-(?P<day>[0-3]\d)(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?",
        rf"{_YEAR}(?P<between>[/.])(?P<month_no>[01]?\d)(?P=between)(?P<day>[0-3]?\d)",
        rf"(?P<first>[0-3]?\d)(?P<between>[/.-])(?P<second>[0-3]?\d)(?P=between){_YEAR}",
        rf"{_MONTH}\s{_DAY},?\s{_YEAR}",
        rf"{_DAY}\s(?:of\s)?{_MONTH},?\s{_YEAR}",
        rf"(?P<day>[0-3]?\d)(?:\.|er|º)?\s(?:de\s)?{_FOREIGN_MONTH},?\s(?:del?\s)?{_YEAR}",
        rf"{_FOREIGN_IN_FULL}\s(?P<day>[0-3]?\d),\s{_YEAR}",
        rf"(?:{_PART}-)?{_MONTH},?\s(?:of\s)?{_YEAR}",
        rf"(?P<part>{_PART})[\s-](?P<decade>1[5-9]\d|20\d)0s",
        r"(?P<decade>1[5-9]\d|20\d)0s",
        rf"(?:(?<=\bIn\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s)){_YEAR}",
        rf"(?:{_PART}-)?{_YEAR}(?!\s?{_COUNTED})",
        rf"{_MONTH}\s{_DAY}",
        rf"{_DAY}\s{_MONTH}",
    )
)


_A_DIGIT = re.compile(r"\d")  # each form has one

YearOf = Callable[[int, int], int | None]  # month and day of a date without a year -> its year, if that can be told


@dataclass(frozen=True, slots=True)
class WrittenDate:
    start: int
    end: int
    low: int  # first day it may mean
    high: int  # last day it may mean
    precision: str  # day, month, year, decade


def _month_of(groups: Mapping[str, str | None]) -> int | None:
    if number := groups.get("month_no"):
        return int(number)
    if foreign := groups.get("foreign"):
        return FOREIGN_MONTHS[foreign.lower()]
    name = groups.get("month")
    return _MONTH_NUMBER[name.rstrip(".").lower()] if name else None


def _month_and_day(groups: Mapping[str, str | None], day_first: str) -> tuple[int | None, int | None]:
    """Both, where they are given; (0, 0) for 3/4/2021, which is two days on the two sides of the Atlantic."""
    first, second = groups.get("first"), groups.get("second")
    if first and second:
        low, high = sorted((int(first), int(second)))
        if groups["between"] in {*day_first} and int(second) <= DECEMBER:
            return int(second), int(first)
        return (low, high) if high > DECEMBER or low == high else (0, 0)
    day = groups.get("day")
    return _month_of(groups), int(day) if day else None


def _year(written: str | None, month: int | None, day: int | None, year_of: YearOf | None) -> int | None:
    if written:
        return int(written)
    return year_of(month, day) if year_of and month and day else None


def _read(match: re.Match[str], year_of: YearOf | None, day_first: str) -> WrittenDate | None:
    groups = match.groupdict()
    if decade := groups.get("decade"):
        first = int(decade) * 10
        return WrittenDate(*match.span(), date(first, 1, 1).toordinal(), date(first + 9, 12, 31).toordinal(), "decade")
    month, day = _month_and_day(groups, day_first)
    year = _year(groups.get("year"), month, day, year_of)
    if year is None:
        return None
    try:
        low = date(year, 1 if month is None else month, 1 if day is None else day)
        high = low if day else date(year, month or DECEMBER, monthrange(year, month or DECEMBER)[1])
    except ValueError:  # "31 February 2021" is not a day
        return None
    return WrittenDate(*match.span(), low.toordinal(), high.toordinal(), "day" if day else "month" if month else "year")


@lru_cache(maxsize=4)  # one sentence after the other is read for its values, its words of time and its year
def _written_alike(text: str) -> tuple[re.Match[str], ...]:
    """What is written like a date, in the order of the forms."""
    return tuple(match for form in _FORMS for match in form.finditer(text)) if _A_DIGIT.search(text) else ()


def find_dates(text: str, year_of: YearOf | None = None, day_first: str = "") -> Iterator[WrittenDate]:
    """The dates in `text`, in order and without overlap; "5 May" is read only where `year_of` finds its year.

    `day_first` are the signs, of `BETWEEN`, beside which the first number is surely the day.
    """
    found: list[WrittenDate] = []
    for match in _written_alike(text):
        # Looked up, because a hostile sentence has thousands of them.
        at = bisect_right(found, match.start(), key=lambda written: written.end)
        if at < len(found) and found[at].start < match.end():
            continue
        if read := _read(match, year_of, day_first):
            found.insert(at, read)
    yield from found


def iso(written: WrittenDate) -> str:
    """ISO 8601 at the precision that was written: 1962, 1962-10 or 1962-10-16."""
    length = {"day": 10, "month": 7}.get(written.precision, 4)
    return date.fromordinal(written.low).isoformat()[:length]


def first_day(published: str) -> date | None:
    """The first day that an ISO date of any precision may mean, None for an empty or foreign one.

    >>> first_day("2021-02")
    datetime.date(2021, 2, 1)
    """
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ].*)?)?)?", published)
    if not match:
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
