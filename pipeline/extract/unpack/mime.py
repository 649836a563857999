"""MIME, as mails and saved pages are made of it: headers as words, parts as bytes."""

import re
from collections.abc import Iterator
from contextlib import suppress
from email import errors, message_from_bytes
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from pipeline.errors import Reject
from pipeline.extract.html.metadata.stated import plain

_LOST = (
    errors.StartBoundaryNotFoundDefect,
    errors.CloseBoundaryNotFoundDefect,
    errors.NoBoundaryInMultipartDefect,
    errors.MultipartInvariantViolationDefect,
    errors.InvalidBase64CharactersDefect,
    errors.InvalidBase64LengthDefect,
    errors.InvalidBase64PaddingDefect,
)
_HEADER = re.compile(rb"(?:>?From [^\n]*\n)?[!-9;-~]{1,60}:[^\n]*\n")  # the first line may be that of an mbox

_SAVED = "saved by "  # what browsers put where a mail has its sender


def _raw(message: Message, name: str) -> str:
    """A header as it was sent, each byte a character; "" if there is none."""
    return next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")


def _decoded(raw: bytes, charset: str) -> str:
    for name in (charset, "utf-8"):
        with suppress(LookupError, ValueError):  # a name that is none, or not what it is in
            return raw.decode(name)
    return raw.decode("cp1252", "replace")


def _words(value: str) -> str:
    """A header's value on one line, out of the encoded words that it may consist of."""
    try:
        pieces = decode_header(value)
    except errors.HeaderParseError:  # it only looks like encoded words
        pieces = [(value, None)]
    raw = [(p.encode("ascii", "surrogateescape") if isinstance(p, str) else p, charset) for p, charset in pieces]
    return plain("".join(_decoded(piece, charset or "") for piece, charset in raw))


def header(message: Message, name: str) -> str:
    """A header as words, "" if there is none."""
    return _words(_raw(message, name))


def sender(message: Message) -> str:
    """The name in "From", "" where there is only an address."""
    return _words(parseaddr(_raw(message, "From"))[0])


def parse(content: bytes) -> Message:
    """The message in a file. Raises `Reject` if it does not begin with headers or does not hold all its parts."""
    if not _HEADER.match(content.lstrip()):
        hint = "Save the message again as .eml, with its headers."
        raise Reject("no_headers", "It does not begin with the headers of a message.", hint)
    message = message_from_bytes(content.lstrip())
    for part in message.walk():
        _check(part)
    return message


def _check(part: Message) -> None:
    if lost := next((defect for defect in part.defects if isinstance(defect, _LOST)), None):
        what = f"A part of it is missing or damaged: {type(lost).__name__}."
        raise Reject("cut_off", what, "Save or download it again.")


def payload(part: Message) -> bytes:
    """The bytes of a part that has no parts. Raises `Reject`: `cut_off`."""
    content = part.get_payload(decode=True)
    _check(part)
    return content if isinstance(content, bytes) else b""


def charset(part: Message) -> str:
    return part.get_content_charset() or ""


def children(part: Message) -> list[Message]:
    """The parts of a multipart or of a message in a message."""
    found = part.get_payload()
    return [child for child in found if isinstance(child, Message)] if isinstance(found, list) else []


def root_of(related: Message) -> Message | None:
    """The part of a multipart/related that the others, its pictures and frames, belong to."""
    start = related.get_param("start")
    parts = children(related)
    named = (part for part in parts if start and part["Content-ID"] == start)
    return next(named, None) or next(iter(parts), None)


def leaves(part: Message) -> Iterator[Message]:
    """The parts without parts in it, itself if it is one."""
    return (leaf for leaf in part.walk() if not leaf.is_multipart())


def is_saved_page(message: Message) -> bool:
    """Whether a browser wrote it: then its sender is no person, and its date that of the saving."""
    saved = header(message, "From").lower().lstrip("'\"<").startswith(_SAVED) or "Snapshot-Content-Location" in message
    return saved and message.get_content_maintype() in {"multipart", "text"}


def read_headers(head: bytes) -> Message | None:
    """The headers that a file begins with, None if it begins with something else."""
    head = head.lstrip()
    if not _HEADER.match(head):
        return None
    return message_from_bytes(re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0])
