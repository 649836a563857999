"""Names and dates as pages and front matter state them, read or left out, never guessed."""

import re
from collections.abc import Iterable
from datetime import date
from html import unescape

from pipeline.dates import BETWEEN, find_dates, iso

LONGEST_NAME = 100  # characters of an author's name
MOST_NAMES = 50
FIRST_YEAR = 1500  # an empty field of a content system becomes the year 1 or 1000

_ISO = re.compile(r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d)(?!\d))?)?(?![\d/-])")
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*$")
_BY = re.compile(
    r"(?:written\s+by|words\s+by|posted\s+by|by|von|por|par|di|author|autor)(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?:|www\.|@\w+\.\w|^@|\.(?:com|org|net)(?:/|$)", re.IGNORECASE)
# What content systems put where nobody is named.
_NOBODY = re.compile(
    r"undefined|null|none|unknown|anonymous|n/a|guest|(?:\w+ )?(?:admin|administrator|webmaster)|staff writer"
)


def plain(text: str) -> str:
    """One line, without the character references that content systems escape twice."""
    return " ".join(unescape(text).split())


def day_first(language: str) -> str:
    """The signs beside which the first number of a date is the day, on a page of that language, or of none.

    >>> day_first("de"), day_first(""), day_first("en")
    ('./-', '.', '')
    """
    return "" if language == "en" else BETWEEN if language else "."


def iso_date(value: str, day_first: str = "") -> str:
    """The date in a stated value at its own precision, without its time of day; "" if there is not exactly one.

    `day_first` is as in `find_dates`.

    >>> iso_date("2021-02-03T04:05:06+01:00")
    '2021-02-03'
    >>> iso_date("Wed, 3 Feb 2021 04:05")
    '2021-02-03'
    >>> iso_date("03/04/2021")
    ''
    >>> iso_date("03/04/2021", day_first("fr"))
    '2021-04-03'
    """
    if match := _ISO.match(value) or _COMPACT.match(value):
        year, month, day = (int(part or 1) for part in match.groups())
        try:
            return "-".join(filter(None, match.groups())) if date(year, month, day).year >= FIRST_YEAR else ""
        except ValueError:
            return ""
    written = [found for found in find_dates(value, day_first=day_first) if found.precision == "day"]
    return iso(written[0]) if len(written) == 1 else ""


def people(given: Iterable[str]) -> tuple[str, ...]:
    """Names of authors, without "By", addresses and repetitions."""
    found: dict[str, str] = {}
    for name in map(plain, given):
        cut = name.removeprefix(by[0] if (by := _BY.match(name)) else "").strip(' ,;|·•-–—"“”')
        if (
            cut
            and len(cut) <= LONGEST_NAME
            and not _ADDRESS.search(cut)
            and any(map(str.isalpha, cut))
            and not _NOBODY.fullmatch(cut.lower())
        ):
            found.setdefault(cut.casefold(), cut)
    return tuple(found.values())[:MOST_NAMES]


def language_code(tag: str) -> str:
    """The ISO 639-1 code in a language tag such as "en-GB", or ""."""
    code = tag.strip().lower().replace("_", "-").split("-")[0]
    return code if len(code) == len("en") and code.isascii() and code.isalpha() else ""
