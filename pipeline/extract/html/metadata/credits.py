"""Lines that credit somebody, read: "By Jane Doe and Bo Li | Geneva", "Authors: Jane Doe", "Written by" on its own."""

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.dates import BETWEEN, find_dates

LONGEST_NAME = 60  # characters
MOST_WORDS = 6  # of a name, titles and degrees counted

_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_NAME = (
    rf"{_CAPITAL}[\w.'’-]*"
    rf"(?:[ ](?:(?:al|bin|da|de|del|den|der|di|el|la|le|van|von)[ ])*{_CAPITAL}[\w.'’-]*){{1,4}}?"
)
_WRITTEN = (
    r"(?:(?:written|posted|words|text|story|report|article|guide)\s+by"
    r"|(?:geschrieben|verfasst|eingestellt|veröffentlicht|publiziert|gepostet|ein\s(?:artikel|beitrag|bericht|gastbeitrag))\s+von"
    r"|(?:écrit|rédigé|publié|posté)\s+par|(?:escrito|publicado|postado)\s+por)"
)
_BY = rf"{_WRITTEN}|by|von|por|par"
_CALLED = r"(?:authors?|author\(s\)|contributors?|autor(?:en|es)?|auteurs?)"
_NAMES = rf"(?P<names>{_NAME}(?:(?:, {_NAME})*,? (?:and|&|und|y|et) {_NAME})?)"
_END = r"(?=\s*(?:$|[^\w\s.'’&]|\n|\b(?i:on|for|in|at|am|um|im|last|updated|published|posted|reviewed)\b|\d))"
_SURE = rf"(?i:{_WRITTEN}):?\s+|(?i:{_CALLED}):\s*"
_SURE_CREDIT = re.compile(rf"\b(?:{_SURE}){_NAMES}{_END}")
_CREDIT = re.compile(
    rf"(?:^|[^\w\s.'’&]\s*|\n|\b(?=(?i:{_WRITTEN}))|(?<=\d\s))(?:(?i:{_BY}):?\s+|{_SURE}){_NAMES}{_END}"
)
# A line of nothing else may name a person by one word: "by Amanda", but not "by signing up".
_BY_ALONE = re.compile(
    rf"(?i:{_BY}):?\s+(?P<names>(?!(?:the|a|an|our|us|your|my)\b|\w+ing\b)\w[\w.'’-]*(?: \w[\w.'’-]*){{0,2}})"
)
_ENDS_IN_BY = re.compile(rf"(?:^|\W)(?:{_BY}):?\s*$", re.IGNORECASE)
_SURE_LABEL = re.compile(rf"(?:{_WRITTEN}|(?:about the )?{_CALLED})\s*:?", re.IGNORECASE)
_LABEL = re.compile(rf"(?:{_BY}|(?:about the )?{_CALLED})\s*:?", re.IGNORECASE)
_GLUED = re.compile(  # side by side in two elements
    r"(?<=\b[Bb]y)(?=[A-Z])|(?<=\b[Bb]y:)(?=\w)|(?<=[a-z])(?=(?:Updated|Published|Posted)\b)|(?<=\d{4})(?=[A-Z])"
)
_JOINED = re.compile(r",?\s(?:and|&|und|y|et)\s|,\s")
_APART = re.compile(r"[|•·–—⋅\n]|\s-\s|\s(?:on|in)\s")
# Those who have a hand in an article and did not write it.
_HELP = (
    r"\b(?:review\w*|edit(?:ed|or|ors|ing)|fact|check\w*|photo\w*|illustrat\w*|translat\w*|updat\w*|produc\w*"
    r"|medical\w*|verif\w*|approv\w*|image\w*|credit\w*|expert)\b"
)
_HELPED = re.compile(rf"{_HELP}[^|•·\n]*$", re.IGNORECASE)
_HELPER = re.compile(rf"(?=.*{_HELP})(?:(?:{_HELP}|and|the|our|by)\b\W*)+", re.IGNORECASE)
JOBS = frozenset(
    """
    analyst author blogger ceo coach columnist consultant contributor correspondent creator developer director editor
    editors engineer expert founder journalist manager marketer photographer physician president professor reporter
    researcher specialist staff strategist writer
    """.split()
)
_COMMANDS = frozenset("contact follow listen print read share skip start subscribe view watch".split())
_NO_NAMES = (
    JOBS
    | _COMMANDS
    | frozenset(
        """
    about advertisement all comments guide home last library more news newsletter now posted published sections senior
    story topics updated wellness
    """.split()
    )
)
_WORD = re.compile(r"[a-z]+")


def _without_days(text: str) -> str:
    for found in list(find_dates(text, day_first=BETWEEN))[::-1]:
        if found.precision == "day":
            text = f"{text[: found.start]} | {text[found.end :]}"
    return text


def is_name(text: str) -> bool:
    """Whether `text`, of which something else says that it is a name, can be one."""
    words = text.lower().split()
    if not text[:1].isalpha() or len(text) > LONGEST_NAME or len(words) > MOST_WORDS:
        return False
    if text.endswith(("?", "!")) or any(map(str.isdigit, text)) or "by" in words:
        return False
    return not (_LABEL.fullmatch(text) or words[0] in _COMMANDS or _NO_NAMES.issuperset(words))


def is_full_name(text: str) -> bool:
    """Whether `text` looks like the first and last name of a person."""
    return is_name(text) and bool(re.fullmatch(_NAME, text)) and _NO_NAMES.isdisjoint(text.lower().split())


def tells_a_job(text: str) -> bool:
    """Whether `text` has the name of a job in it that people who write articles have."""
    return not JOBS.isdisjoint(_WORD.findall(text.lower()))


def parts_of(line: str) -> Iterator[str]:
    """What stands apart from each other in a line, without days."""
    for part in _APART.split(_without_days(_GLUED.sub(" ", line))):
        yield part.strip(" ,:;|-")


def first_name(line: str) -> list[str]:
    """The first part of a line that can be a name, of a line that holds one."""
    return list(islice(filter(is_name, parts_of(line)), 1))


def credited(line: str, *, anywhere: bool = False) -> list[str]:
    """The names in a line that says of whom it is; of a line that may stand `anywhere` more is asked than "by"."""
    text = _GLUED.sub(" ", line)
    sure = _SURE_CREDIT.search(text)
    found = sure if anywhere else _CREDIT.search(_without_days(text)) or _BY_ALONE.fullmatch(text)
    return _JOINED.split(found["names"]) if found else []


def announces_author(line: str, *, anywhere: bool = False) -> bool:
    """Whether the next line is an author's name."""
    return bool((_SURE_LABEL if anywhere else _LABEL).fullmatch(line))


def announces_helper(line: str) -> bool:
    """Whether the next line is the name of somebody who did not write the article."""
    return bool(_HELPER.fullmatch(line))


def ends_in_by(before: str) -> bool:
    """Whether the words before a name say that it is the author's."""
    return bool(_ENDS_IN_BY.search(before))


def ends_in_help(before: str) -> bool:
    """Whether the words before a name say that it is not the author's."""
    return bool(_HELPED.search(before))
