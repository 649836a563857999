"""The parts of a zip file, unpacked no further than a document ever needs."""

import zipfile
import zlib
from io import BytesIO

from pipeline.errors import Reject

MOST_MEMBERS = 5_000  # a report of 300 pages with several pictures on each has under 2,000
MOST_BYTES = 100 * 2**20  # unpacked, of the parts that are read; the text of a book of 1,000 pages has 20 MB of markup
MOST_GROWTH = 200  # times; markup of empty table cells, the most repetitive there is, packs 100 to 1
GROWS_FREELY = 2**20  # bytes; a small part that packs well harms nobody
_CHUNK = 2**16

_ENCRYPTED = 0x1  # the bit in a member's flags


def _bomb(message: str) -> Reject:
    return Reject(
        "too_large", f"{message}, which no article does.", "Save it again with the program that made it, or as text."
    )


def _broken() -> Reject:
    return Reject("broken", "It is cut off or damaged: its parts cannot be unpacked.", "Copy or download it again.")


class Archive:
    """A zip file in memory. Raises `Reject`: `broken`, `encrypted`, or `too_large` for what unpacks to too much."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise _broken() from error
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS:
            raise _bomb(f"It has {len(members):,} parts; the limit is {MOST_MEMBERS:,}")
        self._members = {member.filename: member for member in members}
        if len(self._members) < len(members):  # programs do not agree on which of two parts of one name they read
            raise _broken()
        self._left = MOST_BYTES

    def names(self) -> tuple[str, ...]:
        """The names of its parts, in order."""
        return tuple(sorted(self._members))

    def read(self, name: str) -> bytes | None:
        """A part's bytes, or None if there is no such part."""
        member = self._members.get(name)
        if member is None:
            return None
        if member.flag_bits & _ENCRYPTED:
            raise Reject("encrypted", "It is protected by a password.", "Save a copy without a password.")
        # What it declares is a first answer; what comes out decides, because a bomb may lie.
        self._check(member.file_size, member.compress_size)
        content = self._unpack(member)
        self._left -= len(content)
        return content

    def _check(self, unpacked: int, packed: int) -> None:
        if unpacked > self._left:
            raise _bomb(f"It unpacks to more than {MOST_BYTES:,} bytes")
        if unpacked > GROWS_FREELY and unpacked > MOST_GROWTH * packed:
            raise _bomb(f"A part of it unpacks to more than {MOST_GROWTH} times its size")

    def _unpack(self, member: zipfile.ZipInfo) -> bytes:
        found = bytearray()
        try:
            with self._zip.open(member) as part:
                while chunk := part.read(_CHUNK):
                    found += chunk
                    self._check(len(found), member.compress_size)
        except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise _broken() from error
        return bytes(found)
