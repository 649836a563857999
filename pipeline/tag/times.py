"""Words that place a statement in time without a year: weekdays, months, seasons, quarters, "last week".

They are not turned into dates, because the day they mean is often not certain. They tell two statements apart: what
happened on Monday did not happen on Tuesday.
"""

import re

from pipeline.dates import MONTHS

WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
SEASONS = tuple("spring summer autumn winter".split())
TIME_WORDS = frozenset((*WEEKDAYS, *MONTHS, *SEASONS))
KINDS = {
    word: kind
    for kind, words in (("weekday", WEEKDAYS), ("month", tuple(MONTHS)), ("season", SEASONS))
    for word in words
}

_NAMED = re.compile(
    rf"\b({'|'.join((*WEEKDAYS, *(m for m in MONTHS if m not in {'may', 'march'})))}|May|March)s?\b", re.IGNORECASE
)
_SEASON = re.compile(rf"\b(?:in|the|this|last|next|early|late|of) ({'|'.join(SEASONS)}|fall)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(this|last|next|previous|coming|past) (week|month|year|quarter|weekend|season|decade)(?:[’']s)?\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(first|second|third|fourth|opening|final|last) (quarter|half|day|week|month|year|round)\b", re.IGNORECASE
)
_MONTH = "|".join(month.title() for month in MONTHS)
_DAY = re.compile(rf"\b(?:(\d\d?)(?:st|nd|rd|th)? (?:of )?({_MONTH})|({_MONTH}) (\d\d?)(?!\d))\b")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


def time_words(text: str) -> tuple[str, ...]:
    """The time words of a clause, in small letters, sorted.

    >>> time_words("It rose in June, and again last week.")
    ('june', 'last week')
    """
    # "May" and "March" only with a capital inside a sentence: "It may march on" says nothing of time
    named = [
        m[1].lower()
        for m in _NAMED.finditer(text)
        if m[1].lower() not in {"may", "march"} or (m[1][0].isupper() and m.start())
    ]
    days = [f"{(m[2] or m[3]).lower()}-{int(m[1] or m[4])} date" for m in _DAY.finditer(text)]
    seasons = [m[1].lower().replace("fall", "autumn") for m in _SEASON.finditer(text)]
    phrases = [f"{m[1]} {m[2]}".lower() for pattern in (_RELATIVE, _PART) for m in pattern.finditer(text)]
    return tuple(sorted({*named, *days, *seasons, *phrases, *(m[1] for m in _YEAR.finditer(text))}))


def times_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether some kind of time word stands in both, and none of that kind is the same: Monday, Tuesday.

    A weekday and a date can be the same day, so that different kinds never tell two statements apart.

    >>> times_apart(("monday",), ("tuesday",)), times_apart(("monday",), ("june",))
    (True, False)
    """
    for kind in {_kind(word) for word in one} & {_kind(word) for word in other}:
        mine, theirs = ({word for word in words if _kind(word) == kind} for words in (one, other))
        if not mine & theirs:
            return True
    return False


def _kind(word: str) -> str:
    return KINDS.get(word) or ("year" if word.isdigit() else word.partition(" ")[2])
