"""Datelines: a line that is a date and nothing else to read, and the place and day that open an agency report.

The lines are read in the languages of the pages that are read here. Only `pipeline.dates` says which day it is;
"19 de mayo de 2022" need not be understood to be seen as a dateline.
"""

import re

LONGEST = 14  # words

_MONTHS = (
    "jan feb mar apr may jun jul aug sept? oct nov dec"
    " january february march april june july august september october november december"
    " januar jänner februar märz mai juni juli oktober dezember"
    " janvier février mars avril juin juillet août septembre octobre novembre décembre"
    " enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre"
    " janeiro fevereiro março maio junho julho setembro outubro novembro dezembro"
).split()
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?:1[5-9]|20)\d\d\b"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?\s(?:(?:of|de|do)\s)?{_MONTH},?\s(?:(?:of|de|do|del)\s)?{_YEAR}"
    rf"|\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{_YEAR}"
    rf"|\b\d{{1,2}}([./-])\d{{1,2}}\1{_YEAR}|\b{_YEAR}([./-])\d{{1,2}}\2\d{{1,2}}\b",
    re.IGNORECASE,
)
_AROUND = re.compile(
    # what is said of the date
    r"\b(?:(?:first|last|originally|zuletzt)\s)?(?:published|updated|posted|modified|released|issued|submitted|date"
    r"|publi\w+|actuali[sz]ad\w|atualizad\w|mis à jour|modifié\w?|criad\w|veröffentlicht|erschienen|erstellt"
    r"|aktualisiert|stand|datum|fecha|data|(?:letzte\s)?(?:aktualisierung|änderung)"
    r"|dernière\s(?:mise à jour|modification)|última\s(?:actualización|atualização|modificación|modificação))\b"
    # the day of the week
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:lun|mar|mercre|jeu|vendre|same)di\b"
    r"|\bdimanche\b|\b(?:mon|diens|donners|frei|sams|sonn)tag\b|\b(?:mittwoch|sonnabend)\b"
    r"|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|\b(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?\b"
    # the time of day
    r"|\b\d{1,2}(?:[:.h]\s?\d\d(?:[:.]\d\d)?|h|\s(?=uhr\b|h\b|[ap]\.?m\b))(?:min)?\b|\buhr\b|\bh(?:oras?)?\b"
    r"|\b[ap]\.?m\b|\b(?:gmt|utc|cet|cest|mez|mesz|bst|est|edt|et|pt|brt)\b"
    # how long it takes to read
    r"|\b\d+[ -]min(?:ute|uto|uten)?s?(?: read| de lect\w+| de leitura| lesezeit)?\b"
    r"|\b(?:on|at|by|in|am|um|le|à|el|em|às?|a las?|as|den|the)\b|[\W_]+",
    re.IGNORECASE,
)

_TOWN = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}"
_SHOUTED = r"[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]+){0,3}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?"
_AGENCY = r"\s\([A-Z][\w\s.]{1,30}\)"
# "KESTERLEY, Nov 18, 2022 (Newsline) - Four people ...": a town in small letters needs a day or an agency beside it
_OPENING = re.compile(
    rf"(?!(?:By|From|In|On|Since|Until)\s)(?P<dateline>{_TOWN}(?:,\s{_TOWN})?(?:,?\s{_DAY}(?:{_AGENCY})?|{_AGENCY})"
    rf"|(?=(?:[A-Z][ .’'-]?){{5}}){_SHOUTED}(?:,\s{_TOWN})?)"
    r"\s(?:[–—]|--?)\s+(?=[A-Z“\"‘'\d])"
)

_PLACED = re.compile(r"[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,2}(?: \(\w{2,6}\))?\s?[,|/·•–-]\s")


def opening_dateline(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a dateline that opens the paragraph at [start, end) stops, and where the report goes on.

    >>> opening_dateline("GENEVA, 3 May 2024 (Newsline) - Talks failed.", 0, 45)
    (29, 32)
    """
    match = _OPENING.match(text, start, end)
    return (match.end("dateline"), match.end()) if match else None


def is_dateline(line: str) -> bool:
    """Whether there is a day with its year in the line, and nothing else but times and what is said of it.

    >>> is_dateline("Stand: 8. März 2024, 7:45 Uhr")
    True
    >>> is_dateline("8 March 2024 was a Friday")
    False
    """
    rest, dates = _DATE.subn(" ", line)
    return bool(dates) and len(line.split()) <= LONGEST and not _AROUND.sub("", rest)


def is_placed_dateline(line: str) -> bool:
    """Whether a line is a place or a name, and behind it a dateline.

    >>> is_placed_dateline("Alzen, den 12.03.2021"), is_placed_dateline("Jane Doe / 3 May 2021")
    (True, True)
    >>> is_placed_dateline("Opening of the harbour, 3 May 2021")
    False
    """
    placed = _PLACED.match(line)
    return placed is not None and is_dateline(line[placed.end() :])
