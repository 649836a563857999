"""Mail, such as newsletters: the article is what its reader sees, and each message that it forwards is another.

Of two renderings of one text the HTML is read, because it keeps headings and lists. Pictures and signatures belong to
the message; other attachments are refused one by one.
"""

import re
from collections.abc import Iterator
from email.message import Message
from email.utils import parsedate_to_datetime
from html import escape

from pipeline.errors import Reject
from pipeline.extract.decoding import declared_charset, decode
from pipeline.extract.html.metadata.stated import iso_date, people
from pipeline.extract.unpack import Container, Packed, Part
from pipeline.extract.unpack.forwarded import as_lines, forwarded
from pipeline.extract.unpack.mail_parts import shown_parts
from pipeline.extract.unpack.mime import charset, children, header, is_saved_page, parse, payload, read_headers, sender
from pipeline.records import Envelope, Metadata

_TEXTS = frozenset({"text/html", "text/plain"})
_ATTENDANTS = frozenset({"image", "audio", "video", "font"})  # of the message, as pictures are of a page
_SIGNATURES = frozenset({
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-keys"
})  # fmt: skip
_TELLING = ("MIME-Version", "Received", "Return-Path", "Message-ID", "Delivered-To", "DKIM-Signature", "Content-Type")
FEWEST_TELLING = 2  # headers beside "From" that only mail has; a memo may also begin with "From:" and "Date:"

_PASSED_ON = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)  # before a subject, in many languages


def _recognises(head: bytes) -> bool:
    headers = read_headers(head)
    if headers is None or "From" not in headers or is_saved_page(headers):
        return False
    return sum(name in headers for name in _TELLING) >= FEWEST_TELLING


def _text(part: Message) -> str:
    content = payload(part)
    if not content.strip():
        return ""
    return decode(content, charset(part) or (declared_charset(content) if _is_html(part) else ""))[0]


def _is_html(part: Message) -> bool:
    return part.get_content_type() == "text/html"


def _as_html(part: Message) -> str:
    if _is_html(part):
        return _text(part)
    paragraphs = re.split(r"\n\s*\n", _text(part))
    return "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in paragraphs if paragraph.strip())


def _said(message: Message, texts: list[Message]) -> Metadata:
    """What the headers say: those of the message that is passed on in the texts, or else the message's own."""
    seen = "\n".join(as_lines(_text(part)) if _is_html(part) else _text(part) for part in texts)
    if passed_on := forwarded(seen):
        return passed_on
    try:
        sent = parsedate_to_datetime(header(message, "Date")).date().isoformat()
    except (ValueError, OverflowError):  # none, or none that can be read
        sent = ""
    return Metadata(
        title=_PASSED_ON.sub("", header(message, "Subject"), count=1),
        author="; ".join(people([sender(message)])),
        published=iso_date(sent),
    )


def _body(message: Message, texts: list[Message], key: str | None) -> Part:
    said = _said(message, texts)
    if len(texts) == 1:
        ending = ".html" if _is_html(texts[0]) else ".txt"
        return Part(payload(texts[0]), key, Envelope(ending, charset(texts[0]), said))
    # Mail programs cut a text where a picture stands in it, and lists add their lines: it is one article all the same.
    return Part("\n".join(map(_as_html, texts)).encode(), key, Envelope(".html", "utf-8", said))


def _is_attendant(part: Message) -> bool:
    """Whether a part belongs to the message as pictures do to a page, or signs it."""
    return part.get_content_maintype() in _ATTENDANTS or part.get_content_type() in _SIGNATURES


def _attachment(part: Message) -> Part:
    kind = part.get_content_type()
    refusal = Reject("attachment", f"It is attached to a mail, as {kind}.", "If it is an article, save it here.")
    return Part(payload(part), part.get_filename() or "", refusal=refusal)


def _messages(message: Message, key: str | None) -> Iterator[Part]:
    """What a message says, what is attached to it, and the messages in it."""
    shown = list(shown_parts(message))
    texts = [p for p in shown if p.get_content_type() in _TEXTS and p.get_content_disposition() != "attachment"]
    enclosed = [part for part in shown if part.get_content_type() == "message/rfc822"]
    if any(payload(part).strip() for part in texts):
        yield _body(message, texts, key)
    elif not enclosed:
        refusal = Reject("no_text", "The message says nothing.", "Look whether it is the right one.")
        yield Part(b"", key, refusal=refusal)
    read = set(texts)
    for part in shown:
        if part.get_content_type() == "message/rfc822":
            for inner in children(part):
                yield from _messages(inner, header(inner, "Message-ID").strip("<>"))
        elif part not in read and not _is_attendant(part):
            yield _attachment(part)


def _parts(packed: Packed) -> Iterator[Part]:
    yield from _messages(parse(packed.content), None)


CONTAINER = Container((".eml",), _recognises, _parts)
