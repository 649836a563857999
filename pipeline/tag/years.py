"""The year of a date that leaves it out: "on 5 May", "on 24 October".

In an account of the past it is the year that the section told last; in news it is the year around publication. Where
both could be, or neither, the date is left alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.dates import YearOf, find_dates, first_day, iso

DAY = len("2024-03-01")
NEAR = 62  # days; news leaves out the year of what is this close to its own date


@dataclass(frozen=True, slots=True)
class Calendar:
    """What completes the dates of an article: the year of a day without one, and the day it was published."""

    year_of: YearOf | None = None
    published: date | None = None  # None unless the day is known


def day_published(published: str) -> date | None:
    """The day of an ISO date; None where only the month or year is given.

    >>> day_published("2021-02"), day_published("2021-02-03T10:00")
    (None, datetime.date(2021, 2, 3))
    """
    return first_day(published) if len(published) >= DAY else None


def day_told(published: str, datelines: Iterable[str]) -> str:
    """The ISO date from which an article tells "on Tuesday": of its publication, or else of its dateline.

    >>> day_told("", ["GENEVA, 3 May 2024"])
    '2024-05-03'
    """
    if day_published(published):
        return published
    days = (iso(day) for line in datelines for day in find_dates(line) if day.precision == "day")
    return next(days, published)


def last_year_told(text: str) -> int | None:
    """The year of the last full date in a text.

    >>> last_year_told("It began in 1962 and ended on 20 June 1963.")
    1963
    """
    found = list(find_dates(text))
    return date.fromordinal(found[-1].low).year if found else None


def _near(published: date, month: int, day: int) -> int | None:
    for year in (published.year, published.year - 1, published.year + 1):
        try:
            if abs((date(year, month, day) - published).days) <= NEAR:
                return year
        except ValueError:  # 29 February
            continue
    return None


def year_of(told: int | None, ever: int | None, published: date | None) -> YearOf:
    """A function from month and day to the year they belong to, or None.

    `told` is the year that the section told last, `ever` the article.
    """

    def complete(month: int, day: int) -> int | None:
        near = _near(published, month, day) if published else None
        if near is None:
            return told
        return near if ever in {None, near} else None

    return complete
