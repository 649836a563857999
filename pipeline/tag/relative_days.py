"""Days told from the article's own: "on Tuesday", "yesterday", "last month", "two weeks ago".

They are as precise as their words: "last month" is all of it, and "two weeks ago" may be some days off. A weekday is
the last one up to the day of publication, for that is how news tells what happened; where a sentence is about what is
to come, it is left alone, since the next such day and the one after are told alike.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from text_to_num import text2num

from pipeline.dates import WrittenDate
from pipeline.tag.times import WEEKDAYS

_NAMES = "|".join(WEEKDAYS)
_FORM = re.compile(
    rf"""\b(?:
    (?P<day>yesterday|today|tonight|tomorrow|this\ (?:morning|afternoon|evening))
    |(?:(?P<on>on|late|early|by|before|since|until)\ )?(?:(?P<last>last)\ )?(?P<weekday>{_NAMES})(?!['’]s\b)
    |(?P<which>last|this|next)\ (?P<unit>week|month|year)(?!-)
    |(?P<many>an?|\d\d?|[a-z]+)\ (?P<ago>day|week|month|year)s?\ (?:ago|earlier\ this\ week)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_TO_COME = re.compile(
    r"""\b(?:will|would|shall|could|may|might|next|plans?|expected|due|scheduled|(?:is|are|was|were)\ to|every|each)\b
    |[’']ll\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NEAR = {"yesterday": -1, "tomorrow": 1}
_STEP = {"last": -1, "this": 0, "next": 1}
WEEK = 7
SLACK = {"day": 0, "week": 3, "month": 15, "year": 183}  # days: half of the unit, as who says "two weeks ago" rounds
LENGTH = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
MANY = 99


def _weekday(published: date, name: str, *, before: bool) -> date:
    back = (published.weekday() - WEEKDAYS.index(name)) % WEEK
    return published - timedelta(days=back or (WEEK if before else 0))


def _span(published: date, unit: str, step: int) -> tuple[date, date]:
    """The first and last day of last, this or next week, month or year."""
    if unit == "week":
        first = published - timedelta(days=published.weekday() - WEEK * step)
        return first, first + timedelta(days=WEEK - 1)
    if unit == "year":
        year = published.year + step
        return date(year, 1, 1), date(year, 12, 31)
    year, month = divmod(published.year * 12 + published.month - 1 + step, 12)
    return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])


def _number(words: str) -> int | None:
    if words.lower() in {"a", "an"}:
        return 1
    try:
        many = int(words) if words.isdigit() else int(text2num(words.lower(), "en"))
    except ValueError:  # "some days ago"
        return None
    return many if 0 < many <= MANY else None


def _days(match: re.Match[str], published: date, *, to_come: bool) -> tuple[date, date] | None:
    if near := match["day"]:
        day = published + timedelta(days=_NEAR.get(near.lower(), 0))
        return day, day
    if weekday := match["weekday"]:
        if to_come or not weekday[0].isupper() or (match["on"] or "").lower() in {"by", "before", "since", "until"}:
            return None
        day = _weekday(published, weekday.lower(), before=bool(match["last"]))
        return (day - timedelta(days=WEEK) if match["last"] else day), day
    if unit := match["unit"]:
        return _span(published, unit.lower(), _STEP[match["which"].lower()])
    many, unit = _number(match["many"]), match["ago"].lower()
    if many is None:
        return None
    day = published - timedelta(days=round(many * LENGTH[unit]))
    slack = timedelta(days=SLACK[unit])
    return day - slack, day + slack


def find_relative_days(text: str, published: date | None) -> Iterator[WrittenDate]:
    """The days that a sentence tells from the day of publication; none without one.

    >>> [date.fromordinal(d.low).isoformat() for d in find_relative_days("It fell yesterday.", date(2024, 3, 1))]
    ['2024-02-29']
    """
    if published is None:
        return
    to_come = bool(_TO_COME.search(text))
    for match in _FORM.finditer(text):
        if days := _days(match, published, to_come=to_come):
            # "on" before a weekday is looked at, and is no part of the date
            first = "last" if match["last"] else "weekday" if match["weekday"] else 0
            low, high = days
            yield WrittenDate(
                match.start(first), match.end(), low.toordinal(), high.toordinal(), "day" if low == high else "about"
            )
