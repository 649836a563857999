"""What pages say that hold no article, by kind and language: `languages/*.toml`.

A phrase is a regular expression, matched from the start of a sentence in any case: a page speaks to its reader with it,
an article reports it in the middle of another sentence or between quotation marks. A space stands for any white space
and ’ for either apostrophe; `pipeline/phrase_tables.py` tells the rest of the notation. `headline` is all of a heading,
`says` is a sign, `beside` is what may stand beside it.
"""

import re
from functools import cache

from pipeline.phrase_tables import any_of, languages

LONGEST = 500  # characters of a sentence that are looked at

_STOPS = re.compile(r"(?<=[.!?…])\s+|\n")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«')
_OPENING = re.compile(r"^[^\w¿¡©€$£]+")
_BEFORE_NAMES = re.compile(r"(?<!\s)\s+[-–—|·•»/]+\s+|(?<!\s)\s*[|·»]\s*")
LONGEST_NAME = 6  # words of a site's name or motto beside a page's title


@cache
def _pattern(kind: str, name: str) -> re.Pattern[str]:
    tables = [language[kind] for language in languages(__package__)]
    written = "|".join(any_of(table[name], table) for table in tables if name in table)
    return re.compile(written.replace(" ?", r"\s{0,20}").replace(" ", r"\s{1,20}").replace("’", "[’']"), re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text."""
    return [sentence for sentence in _STOPS.split(text) if sentence.strip()]


def matches(kind: str, name: str, sentence: str) -> bool:
    """Whether a sentence begins with a phrase of this name, outside quotation marks.

    >>> matches("error_page", "says", "Sorry, the page you are looking for is not here.")
    True
    >>> matches("error_page", "says", "Visitors were told that the page you are looking for is not here.")
    False
    """
    said = _OPENING.sub("", _QUOTED.sub("", sentence[:LONGEST])) if sentence[:1] not in '"“„«»' else ""
    return bool(said and _pattern(kind, name).match(said))


def is_headline(kind: str, heading: str) -> bool:
    """Whether a heading or title says nothing but a phrase of this kind, beside a name.

    >>> is_headline("error_page", "404 Not Found | The Daily")
    True
    >>> is_headline("error_page", "Page not found: how a town lost its website")
    False
    """
    parts = [part.strip(" .!?…:¡¿()[]") for part in _BEFORE_NAMES.split(heading)]
    others = [part for part in parts if part and not _pattern(kind, "headline").fullmatch(part)]
    return len(others) < len([part for part in parts if part]) and all(
        len(part.split()) <= LONGEST_NAME for part in others
    )
