"""A line of plain text that says who wrote the article, or when."""

import re

from pipeline.dates import find_dates, iso
from pipeline.extract.dateline import is_dateline

LONGEST = 14  # words; two names and their offices

_CUE = r"(?i:(?:written|words|report|story|posted|text) by|by|authors?|autor(?:a|es|as|en|in)?|von|por|par)"
_PART = r"[A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŚŞŠŹŻŽ][\w.'’-]*"
_PERSON = rf"{_PART}(?: (?:(?:al|bin|da|de|del|den|der|di|dos|el|la|le|ter|van|von) )*{_PART}){{1,4}}"
_AGENCY = r"(?:AFP|AP|ANSA|Bloomberg|DPA|EFE|Lusa|Reuters|TASS|Xinhua)"
_SIGNED = re.compile(
    rf"{_CUE}(?::\s*|\s+)(?!(?i:the|a|an|our|any|all|land|day|night)\b)(?P<name>{_PERSON}|{_AGENCY})"
    r"(?=\s*(?:$|[|,;·•(\n–—]|\b(?i:and|und|y|e|et|for|in|at|on|published|updated)\b))"
)
_DATE_CUE = (
    r"(?:(?:first|last|originally) )?(?:published|updated|posted|modified|date"
    r"|publi\w+|atualizado|aktualisiert|stand|veröffentlicht)"
)
_AROUND_DATE = re.compile(
    rf"\b(?:{_DATE_CUE})\b(?: (?:on|at|by|le|em|el|am)\b)?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b\d{1,2}[:.]\d\d\b|\b(?:[ap]\.?m\b|GMT|UTC|CET|CEST|BST|EST|EDT|ET|PT|at|by|on)"
    r"|\b\d+[ -]min(?:ute)?s?(?: read)?\b|[\W_]+",
    re.IGNORECASE,
)


def author_in(line: str) -> str:
    """The name that a line such as "By Jane Doe, Geneva" is signed with, or ""."""
    match = _SIGNED.match(line)
    return match["name"] if match and len(line.split()) <= LONGEST and not line.endswith(("?", "!")) else ""


def day_in(line: str) -> str:
    """The day, as an ISO date, of a line that holds one and nothing else to read; else ""."""
    days = [written for written in find_dates(line) if written.precision == "day"]
    if not days or len(line.split()) > LONGEST:
        return ""
    around = line
    for written in reversed(days):
        around = around[: written.start] + around[written.end :]
    signed = _SIGNED.match(around)
    rest = around[signed.end() :] if signed else around
    return "" if _AROUND_DATE.sub("", rest) else iso(days[0])


def is_byline(line: str) -> bool:
    """Whether a line of an article's head or foot says who wrote it or when."""
    return "\n" not in line and not line.endswith(".") and bool(author_in(line) or day_in(line) or is_dateline(line))
