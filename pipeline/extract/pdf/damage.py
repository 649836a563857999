"""Parts of a PDF that are damaged or gone, seen from its bytes alone: the reader shows what is left, and says nothing.

Compressed streams end with a checksum, a file with its table of contents, and what nothing refers to is shown nowhere.
"""

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.errors import Reject

MOST_BYTES = 200_000_000  # unpacked, pictures left out; a book of 1,000 pages has a tenth of it
_CHUNK = 1 << 20
_LONGEST_HEAD = 2_000  # bytes between the number of an object and its stream

_STREAM = re.compile(rb">>\s*+stream(?:\r\n|\n|\r)")
_OBJECT = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+obj\b")
_PACKED = re.compile(rb"/Filter\s*+(?:\[\s*+)?((?:/(?:FlateDecode|Fl)\b\s*+)+)")
_HOLDS_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b")
_NO_TEXT = re.compile(rb"/Subtype\s*/(?:Image|XML)\b")  # a damaged font tears the words that are set in it
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_SHOWS = re.compile(rb"\bT[jJ]\b")
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+R\b")


class _Stream(NamedTuple):
    number: int  # of its object
    head: bytes  # its dictionary
    start: int
    data: bytes  # as it is packed


def _streams(content: bytes) -> Iterator[_Stream]:
    for begin in _STREAM.finditer(content):
        before = content[max(0, begin.start() - _LONGEST_HEAD) : begin.start()]
        number = next(reversed(list(_OBJECT.finditer(before))), None)
        end = content.find(b"endstream", begin.end())
        data = content[begin.end() : end if end >= 0 else len(content)]
        head = before[number.end() :] if number else before
        yield _Stream(int(number[1]) if number else -1, head, begin.start(), data)


def _unpacked(data: bytes, most: int) -> bytes | None:
    """What is packed in `data`, None where it does not come out whole; no more than `most` bytes."""
    unpacking, found, rest = zlib.decompressobj(), bytearray(), data
    try:
        while not unpacking.eof and rest and len(found) < most:
            found += unpacking.decompress(rest, _CHUNK)
            rest = unpacking.unconsumed_tail
    except zlib.error:
        return None
    return bytes(found) if unpacking.eof or len(found) >= most else None


def _content(stream: _Stream, most: int) -> bytes | None:
    """What a stream holds, unpacked as often as it was packed; more than `most` bytes where it holds too much."""
    packed = _PACKED.search(stream.head)
    found: bytes | None = stream.data
    for _ in range(packed[1].count(b"/") if packed else 0):  # packed twice, it unpacks to a million times
        if found is not None and len(found) <= most:
            found = _unpacked(found, most + 1)
    return found


def packed_streams(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """The number, the dictionary and the unpacked data of each stream that is whole and no picture.

    Raises `Reject` "too_large" once they unpack to more than any article has.
    """
    left = MOST_BYTES
    for stream in () if b"/Encrypt" in content else _streams(content):
        if _NO_TEXT.search(stream.head):
            continue
        found = _content(stream, left)
        left -= len(found or b"")
        if left < 0:
            what = f"It unpacks to more than {MOST_BYTES:,} bytes, which no article does."
            raise Reject("too_large", what, "Print it to a new PDF, or save it as text.")
        if found is not None:
            yield stream.number, stream.head, found


def is_damaged(content: bytes, pages: int) -> bool:
    """Whether the bytes of a PDF, of which `pages` can be read, show that a part of its text is lost.

    A stream that has lost its beginning or does not unpack whole, an end that is missing, and in a file that was
    written once more pages than those, or a text that no page refers to. What is encrypted is not looked into.
    """
    if b"/Encrypt" in content:
        return False
    streams = list(_streams(content))
    if content.rfind(b"startxref") < content.rfind(b"endobj") or content.count(b"endstream") > len(streams):
        return True
    structure, shown, at = list[bytes](), set[int](), 0
    for stream in streams:
        structure.append(content[at : stream.start])
        at = stream.start + len(stream.data)
        if _NO_TEXT.search(stream.head):
            continue
        found = _content(stream, MOST_BYTES)
        if found is None:
            return True
        if _HOLDS_OBJECTS.search(stream.head):
            structure.append(found)
        elif b"BT" in found and _SHOWS.search(found):
            shown.add(stream.number)
    structure.append(content[at:])
    return not _is_revised(content) and _lacks(b"\n".join(structure), shown, pages)


def _is_revised(content: bytes) -> bool:
    """Whether it was changed after it was written: what was replaced is then still in it."""
    return content.count(b"startxref") > 1 + (b"/Linearized" in content[:_LONGEST_HEAD])


def _lacks(structure: bytes, shown: set[int], pages: int) -> bool:
    referred = {int(number[1]) for number in _REFERENCE.finditer(structure)}
    return len(_PAGE.findall(structure)) > pages or not shown <= referred
