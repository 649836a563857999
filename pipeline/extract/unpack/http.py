"""An HTTP response as it came over the wire: its status, its headers, and its body whole or not at all."""

import re
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser

from pipeline.errors import Reject
from pipeline.extract.numbers import number_in
from pipeline.extract.unpack.inflating import GZIP, Allowance

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})[^\n]*\n")
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")


@dataclass(frozen=True, slots=True)
class Response:
    status: int
    headers: Message
    wire: bytes  # what follows the headers, as it was sent


def parse_headers(lines: bytes) -> Message:
    return BytesHeaderParser().parsebytes(lines)


def read_response(block: bytes) -> Response | None:
    """The response in the block of an archive's record, None if it is none."""
    status = _STATUS.match(block)
    if not status:
        return None
    end = _END_OF_HEADERS.search(block, status.end() - 2)
    if not end:
        return None
    return Response(int(status[1]), parse_headers(block[status.end() : end.start()]), block[end.end() :])


def _cut_off() -> Reject:
    return Reject("cut_off", "The crawler did not get all of it.", "Fetch the page again.")


def _dechunked(wire: bytes) -> bytes:
    if not _CHUNK.match(wire):  # some crawlers take the chunks apart, and keep the header
        return wire
    pieces: list[bytes] = []
    at = 0
    while match := _CHUNK.match(wire, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(pieces)
        at = match.end() + size
        pieces.append(wire[match.end() : at])
        if wire[at : at + 2] != b"\r\n":
            break
        at += 2
    raise _cut_off()


def body_of(response: Response, allowance: Allowance) -> bytes:
    """The document that was sent. Raises `Reject`: `cut_off`, `bomb`, or `content_encoding` for what is not read."""
    encoding = str(response.headers.get("Content-Encoding", "")).strip().lower()
    if str(response.headers.get("Transfer-Encoding", "")).strip().lower() == "chunked":
        wire = _dechunked(response.wire)
    else:
        wire = response.wire
        announced = number_in(str(response.headers.get("Content-Length", "")).strip())
        if not encoding and announced is not None and len(wire) < announced:
            raise _cut_off()
    if wire.startswith(GZIP):
        return allowance.gunzip(wire)
    if encoding in {"", "identity", "gzip", "x-gzip"} or _is_text(wire):  # some crawlers keep it unpacked
        return wire
    hint = "Have the crawler ask for gzip, or save the page as HTML."
    raise Reject("content_encoding", f"It was sent as {encoding!r}, which is not read here.", hint)


def _is_text(wire: bytes) -> bool:
    return b"\0" not in wire and wire.lstrip()[:1] in {b"<", b""}
