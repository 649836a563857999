"""Clock: the times of day in a claim as minutes, so that "half past nine" and "9.30 p.m." are known for one time."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.records import Claim

HALF_DAY = 12 * 60  # minutes
CLOSE, CLOSE_ABOUT = 5, 20  # minutes that two accounts of one moment may be apart, and where one says "about"

_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_BOUNDS = {"after": 1, "before": -1, "by": -1}
_HOUR = "|".join(_HOURS)
_DIGITS = r"[01]?\d|2[0-4]"
_HALF = r"(?:[ap]\.m\.|[ap]\.?m\b|in\ the\ (?:morning|afternoon|evening)|at\ night)"
_ABOUT = r"(?:about|around|approximately|some|roughly|shortly|just|a\ little|soon|almost|nearly|before|after|by)\ "
_TIME = re.compile(
    rf"""(?P<about>\b{_ABOUT}(?:(?:before|after|past)\ )?)?
    (?:\b(?P<part>half|(?:a\ )?quarter|five|ten|twenty-five|twenty)\ (?P<side>past|to)\ (?P<hour>{_HOUR})\b
     (?:\ {_HALF})?
    |\b(?P<word>{_HOUR})\ (?:o[’']clock(?:\ {_HALF})?|{_HALF})
    |(?<![\d.,:])(?P<digits>{_DIGITS})(?:[.:](?P<minutes>[0-5]\d))?\ ?(?:o[’']clock|{_HALF})
    |(?:(?<=\bat\ )|(?<=\bwas\ )|(?<=about\ )|(?<=around\ )|(?<=roughly\ )|(?<=before\ )|(?<=after\ )|(?<=until\ ))
     (?P<hours>{_DIGITS})[.:](?P<rest>[0-5]\d)(?!\d|[.,:]\d|\ ?(?:%|[a-z]*(?:per|cent|met|sec|mil|kil|point)))
    |\b(?P<named>noon|midnight)\b)""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as a claim's text gives it; whether it is of the morning or the evening is left open."""

    words: str
    minute: int  # from 0 up to `HALF_DAY`
    about: bool
    bound: int = 0  # 1 for "after", -1 for "before" and "by", which say no more than that


def _minute(match: re.Match[str]) -> int:
    if match["named"]:
        return 0
    if match["part"]:
        past = _MINUTES[match["part"].casefold().removeprefix("a ")] * (1 if match["side"].casefold() == "past" else -1)
        return (60 * (_HOURS.index(match["hour"].casefold()) + 1) + past) % HALF_DAY
    if match["word"]:
        return 60 * (_HOURS.index(match["word"].casefold()) + 1) % HALF_DAY
    hour, minutes = match["digits"] or match["hours"], match["minutes"] or match["rest"] or "0"
    return (60 * int(hour) + int(minutes)) % HALF_DAY


def _clock(match: re.Match[str]) -> Clock:
    about = match["about"] or ""
    return Clock(match[0][len(about) :], _minute(match), bool(about), _BOUNDS.get(about.casefold().strip(), 0))


@lru_cache(maxsize=10_000)  # a claim is laid beside many others
def clocks(text: str) -> tuple[Clock, ...]:
    """The times of day in a text, in order.

    >>> [clock.minute for clock in clocks("The alarm was raised at 9.30 p.m., or half past nine.")]
    [570, 570]
    """
    return tuple(_clock(match) for match in _TIME.finditer(text))


def _allows(bound: Clock, time: Clock) -> bool:
    """Whether a time lies on the side that the other leaves open."""
    later = (time.minute - bound.minute) % HALF_DAY < HALF_DAY / 2
    return bool(bound.bound) and later == (bound.bound > 0)


def one_moment(x: Clock, y: Clock) -> bool:
    """Whether two accounts of one moment may give these times."""
    if _allows(x, y) or _allows(y, x):
        return True
    apart = abs(x.minute - y.minute)
    return min(apart, HALF_DAY - apart) <= (CLOSE_ABOUT if x.about or y.about else CLOSE)


def clocks_apart(a: Claim, b: Claim) -> bool:
    """Whether both claims give times of day, and none of the one can be any of the other."""
    ours, theirs = clocks(a.text), clocks(b.text)
    return bool(ours and theirs) and not any(one_moment(x, y) for x in ours for y in theirs)
