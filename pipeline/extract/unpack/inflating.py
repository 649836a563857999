"""Decompressing what somebody else compressed: never more than the input is worth."""

import zlib
from dataclasses import dataclass
from gzip import BadGzipFile, GzipFile
from io import BytesIO
from typing import Protocol

from pipeline.errors import Reject

LARGEST = 200_000_000  # bytes that one input may unpack to: four times what it may have itself
MOST_RATIO = (
    200  # text shrinks to a third or a tenth, a log of one repeated line to a hundredth; a bomb to a thousandth
)
SMALL = 1_000_000  # bytes that are no bomb at any ratio
_CHUNK = 1 << 20

GZIP = b"\x1f\x8b"


def damaged() -> Reject:
    """What is said of compressed bytes that cannot be unpacked whole."""
    return Reject("cut_off", "It is compressed, and damaged or cut off.", "Copy or download it again.")


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


@dataclass(slots=True)
class Allowance:
    """How much an input of `packed` bytes may unpack to, all its parts together."""

    packed: int
    taken: int = 0

    def read(self, stream: _Readable) -> bytes:
        """All of a stream that decompresses as it is read. Raises `Reject`: `bomb`."""
        chunks = []
        while chunk := stream.read(_CHUNK):
            self.take(len(chunk))
            chunks.append(chunk)
        return b"".join(chunks)

    def take(self, size: int) -> None:
        """So many bytes more. Raises `Reject`: `bomb`."""
        self.taken += size
        if self.taken > min(LARGEST, max(SMALL, MOST_RATIO * self.packed)):
            hint = "Unpack it yourself if you trust it, and put the articles here as files."
            raise Reject("bomb", f"It unpacks to more than {self.taken:,} bytes.", hint)

    def gunzip(self, content: bytes) -> bytes:
        """The bytes in a gzip file, of all its members. Raises `Reject`: `bomb`, `cut_off`."""
        try:
            with GzipFile(fileobj=BytesIO(content)) as stream:
                return self.read(stream)
        except (EOFError, BadGzipFile, zlib.error) as error:
            raise damaged() from error
