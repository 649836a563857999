"""Words that place a statement in time without a full date: weekdays, months, days, seasons, quarters, "last week".

They are not turned into dates, because the day they mean is often not certain. They tell two statements apart: what
happened on Monday did not happen on Tuesday, and what happened on 12 January did not happen on the 20th.
"""

import re
from datetime import date

from pipeline.dates import MONTHS, find_dates

WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
SEASONS = tuple("spring summer autumn winter".split())
TIME_WORDS = frozenset((*WEEKDAYS, *MONTHS, *SEASONS))
KINDS = {
    word: kind
    for kind, words in (("weekday", WEEKDAYS), ("month", tuple(MONTHS)), ("season", SEASONS))
    for word in words
}

_AMBIGUOUS = frozenset({"may", "march"})  # words of their own without the capital, and at the start of a sentence
_NAMED = re.compile(rf"\b({'|'.join((*WEEKDAYS, *MONTHS))})s?\b(?=(\s\d)?)", re.IGNORECASE)
_SEASON = re.compile(
    rf"""\b(?:in|the|this|last|next|early|late|of)\ (?P<season>{"|".join(SEASONS)}
    |fall(?!\ of\ (?!this|next|last|\d)))\b  # "the fall of the Wall" is none""",
    re.IGNORECASE | re.VERBOSE,
)
_RELATIVE = re.compile(
    r"""\b(this|last|next|previous|coming|past)\ (week|month|year|quarter|weekend|season|decade)(?:[’']s)?\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PART = re.compile(
    r"""\b(first|second|third|fourth|opening|final|last)\ (quarter|half|day|week|month|year|round)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_MONTH = "|".join(name.title() for name in MONTHS)
_DAY = re.compile(
    rf"""(?<![\d.,–-])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\ (?:of\ )?(?P<month>{_MONTH})\b
    |\b(?P<month_first>{_MONTH})\ (?P<day_last>[0-3]?\d)(?:st|nd|rd|th)?(?![\d.,]*\d|\ ?[–-]\ ?\d|\ to\ \d)""",
    re.VERBOSE,
)
_RANGE = re.compile(r"(?<!\d)\d\d?(?:st|nd|rd|th)?\s?(?:to|and|[–-])\s?$")  # before a day: the last of several
_LONGEST_RANGE = 10  # characters that it can match


def _days(text: str) -> set[str]:
    """Gives "january-12 date" for "12 January" and "January 12"; nothing for "16 to 28 October"."""
    days = (
        (match["day"] or match["day_last"], match["month"] or match["month_first"])
        for match in _DAY.finditer(text)
        if not _RANGE.search(text, max(0, match.start() - _LONGEST_RANGE), match.start())
    )
    return {f"{month.lower()}-{int(day)} date" for day, month in days}


def time_words(text: str) -> tuple[str, ...]:
    """The time words of a clause, in small letters, sorted.

    >>> time_words("It rose on 12 June, and again last week.")
    ('june', 'june-12 date', 'last week')
    """
    named = {
        m[1].lower()
        for m in _NAMED.finditer(text)
        if m[1].lower() not in _AMBIGUOUS or (m[1][0].isupper() and (m.start() or m[2]))
    }
    seasons = {m["season"].lower().replace("fall", "autumn") for m in _SEASON.finditer(text)}
    phrases = {f"{m[1]} {m[2]}".lower() for pattern in (_RELATIVE, _PART) for m in pattern.finditer(text)}
    years = {str(date.fromordinal(d.low).year) for d in find_dates(text) if d.precision != "decade"}
    return tuple(sorted(named | seasons | phrases | years | _days(text)))


def times_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether some kind of time word stands in both, and none of that kind is the same: Monday, Tuesday.

    A weekday and a date can be the same day, so that different kinds never tell two statements apart.

    >>> times_apart(("monday",), ("tuesday",)), times_apart(("monday",), ("june",))
    (True, False)
    >>> times_apart(("january", "january-12 date"), ("january", "january-20 date"))
    True
    """
    for kind in {_kind(word) for word in one} & {_kind(word) for word in other}:
        mine, theirs = ({word for word in words if _kind(word) == kind} for words in (one, other))
        if not mine & theirs:
            return True
    return False


def _kind(word: str) -> str:
    return KINDS.get(word) or ("year" if word.isdigit() else word.partition(" ")[2])
