"""A message that was forwarded as a part of the text: who wrote it, when, and under which title.

What the mail's own headers say is then true of the person who passed it on.
"""

import re
from html import unescape

from pipeline.extract.html.metadata.stated import iso_date, people
from pipeline.extract.html.source import shown
from pipeline.records import Metadata

# Above the headers, as Gmail, Apple Mail, Thunderbird and Yahoo write it. Replies say "Original Message".
_MARK = re.compile(
    r"^[ \t>]*(?:-{3,}\s*)?(?:Begin forwarded message|Forwarded message|Weitergeleitete Nachricht|Anfang der"
    r" weitergeleiteten Nachricht|Message transféré|Début du message transféré|Mensaje reenviado|Messaggio inoltrato)"
    r"(?:\s*-{3,}|:)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_NAMES = {
    "author": ("from", "von", "de", "da"),
    "published": ("date", "sent", "datum", "gesendet", "fecha", "data"),
    "title": ("subject", "betreff", "objet", "asunto", "oggetto"),
}
_LINE = re.compile(r"[ \t>*]*(\w+)\s?\*?:\*?[ \t]*(\S.*)")
MOST_LINES = 12  # of headers, empty lines and folded addresses included

_LINE_END = re.compile(r"<br\b[^<>]*+>|</(?:p|div|tr|li|h[1-6]|blockquote)\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[/!?a-z][^<>]*+>", re.IGNORECASE)
# At most as long as RFC 5321 has them (4.5.3.1).
_ADDRESS = re.compile(r"[\[<(]\s*(?:mailto:)?[^\s@<>]{1,64}@[^\s>\])]{1,255}\s*[\]>)]")


def as_lines(html: str) -> str:
    """A page's words in the lines that a reader sees, near enough to find headers in."""
    return unescape(_TAG.sub("", _LINE_END.sub("\n", " ".join(shown(html).split()))))


def forwarded(text: str) -> Metadata | None:
    """What the headers of a message in `text` say, None if none was forwarded in it.

    >>> forwarded('''See below.
    ... ---------- Forwarded message ---------
    ... From: Ida Fell <ida@quaylantern.example>
    ... Date: Mon, Feb 5, 2024 at 10:00 AM
    ... Subject: The mast''').published
    '2024-02-05'
    """
    mark = _MARK.search(text)
    if not mark:
        return None
    said: dict[str, str] = {}
    for line in text[mark.end() :].strip().split("\n")[:MOST_LINES]:
        if match := _LINE.match(line.replace("\u00a0", " ")):
            field = next((field for field, names in _NAMES.items() if match[1].lower() in names), "")
            said.setdefault(field, match[2].strip())
    if not {"author", "title"} <= said.keys():
        return None
    return Metadata(
        title=said["title"],
        author="; ".join(people([_ADDRESS.sub("", said["author"]).strip(" \"'")])),
        published=iso_date(said.get("published", "")),
    )
