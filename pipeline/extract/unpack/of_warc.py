"""WARC: what a crawler was answered. Each page or text that it got whole is an article; requests and logs are none.

The day of the capture is not the day of publication, and is not taken for it.
"""

import re
from collections.abc import Iterator
from email.message import Message

from pipeline.errors import Reject
from pipeline.extract.numbers import number_in
from pipeline.extract.unpack import Container, Packed, Part
from pipeline.extract.unpack.http import Response, body_of, parse_headers, read_response
from pipeline.extract.unpack.inflating import Allowance
from pipeline.records import Envelope, Metadata

_HEAD = re.compile(rb"\s*WARC/\d\.\d+[ \t]*\r?\n((?:[^\r\n]+\r?\n)*)\r?\n")
_ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
_FOR_CRAWLERS = re.compile(r"https?://[^/?#]+/robots\.txt(?:[?#]|$)")
_OK = 200
_ANSWERS = frozenset({"response", "resource", "revisit"})


def _not_an_article(what: str) -> Reject:
    return Reject("not_an_article", what, "Nothing, unless you expected an article at this address.")


def _records(content: bytes) -> Iterator[tuple[Message, bytes]]:
    """The headers and the block of each record. Raises `Reject` if the file ends before its last record does."""
    at = 0
    while match := _HEAD.match(content, at):
        headers = parse_headers(match[1])
        length = number_in(str(headers.get("Content-Length", "")).strip())
        at = match.end() + (len(content) if length is None else length)
        if at > len(content):
            raise Reject("cut_off", "It ends within a record.", "Copy or download it again.")
        yield headers, content[match.end() : at]
    if content[at:].strip():
        raise Reject("damaged", f"No record begins at its byte {at:,}.", "Copy or download it again.")


def _kind(headers: Message) -> str:
    return str(headers.get("WARC-Type", ""))


def _answer(headers: Message, block: bytes) -> Response | None:
    """What the server answered; a resource is kept without its HTTP headers."""
    if _kind(headers) == "resource":
        return Response(_OK, headers, block)
    return read_response(block)


def _document(url: str, headers: Message, block: bytes, allowance: Allowance) -> Part:
    """The article in a record. Raises `Reject` if it is none."""
    if _kind(headers) == "revisit":
        raise Reject("repeated", "It is the same as at an earlier capture.", "Nothing, if that one is here too.")
    answer = _answer(headers, block)
    if answer is None:
        raise Reject("cut_off", "It is no whole HTTP response.", "Fetch the page again.")
    if answer.status != _OK:
        raise Reject("http_status", f"The server answered {answer.status}.", "Fetch the page again, if you need it.")
    kind = answer.headers.get_content_type() if "Content-Type" in answer.headers else "nothing that is named"
    if kind not in _ENDINGS:
        raise _not_an_article(f"It is {kind}, neither a page nor a text.")
    if _FOR_CRAWLERS.match(url):
        raise _not_an_article("It tells crawlers where they may go.")
    if "WARC-Truncated" in headers:
        raise Reject("cut_off", "The crawler did not keep all of it.", "Fetch the page again.")
    envelope = Envelope(_ENDINGS[kind], answer.headers.get_content_charset() or "", assumed=Metadata(url=url))
    return Part(body_of(answer, allowance), url, envelope)


def _parts(packed: Packed) -> Iterator[Part]:
    allowance = Allowance(len(packed.content))
    for headers, block in _records(packed.content):
        url = str(headers.get("WARC-Target-URI", "")).strip("<> ")  # in brackets, as Wget writes it
        # Answers of name servers and a crawler's own notes have other addresses.
        if _kind(headers) not in _ANSWERS or not url.startswith(("http://", "https://")):
            continue
        try:
            yield _document(url, headers, block, allowance)
        except Reject as refusal:
            if refusal.code == "bomb":
                raise
            yield Part(block, url, refusal=refusal)


CONTAINER = Container((".warc",), lambda head: head.startswith(b"WARC/"), _parts)
