"""Damage done to sound files: a few random changes, as disks, networks, converters and enemies make them."""

import gzip
from collections.abc import Callable
from random import Random

_TOKENS = (
    b"\0", b"\r", b"\x1b", b"\xff\xfe", b"\xed\xa0\x80", "\u202e".encode(), "\u200b".encode() * 9, "\ufffe".encode(),
    b"<", b"<!--", b"-->", b"<script>", b"</body></html>", b"<![CDATA[", b"<p title='", b"<table>", b"&#xD800;",
    b"&#0;", b"=cmd|' /C calc'!A0", b"\n=1+1\n", b"\n\n\n", b"\t", b"|", b"{", b"}", b"\\", b'"', b"endobj", b"stream",
    b"99999999999999999999", b"-1", b"1e999", "٣".encode(), b"%s%n", b"../../../etc/passwd", b"PK\x03\x04",
)  # fmt: skip
_ENCODINGS = ("utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252", "cp037", "koi8-r", "shift_jis", "utf-7")
_MOST_PUMPED = 200_000  # bytes

Damage = Callable[[bytes, Random], bytes]


def _span(content: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(content) + 1)
    return start, min(len(content), start + int(random.paretovariate(0.5)))


def flip(content: bytes, random: Random) -> bytes:
    """Some bits are others."""
    changed = bytearray(content)
    for _ in range(random.choice((1, 9, 99))):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut(content: bytes, random: Random) -> bytes:
    """It ends too early."""
    return content[: random.randrange(len(content) + 1)]


def lose(content: bytes, random: Random) -> bytes:
    """A part is gone."""
    start, end = _span(content, random)
    return content[:start] + content[end:]


def double(content: bytes, random: Random) -> bytes:
    """A part is there again."""
    start, end = _span(content, random)
    return content[:end] + content[start:]


def pump(content: bytes, random: Random) -> bytes:
    """A part is there a thousand times."""
    start, end = _span(content, random)
    end = min(end, start + 40)
    times = min(10 ** random.randrange(1, 6), _MOST_PUMPED // max(1, end - start))
    return content[:start] + content[start:end] * times + content[end:]


def put(content: bytes, random: Random) -> bytes:
    """Something stands in it that does not belong there."""
    for _ in range(random.choice((1, 3, 30))):
        at = random.randrange(len(content) + 1)
        content = content[:at] + random.choice(_TOKENS) * random.choice((1, 1, 50)) + content[at:]
    return content


def swap(content: bytes, random: Random) -> bytes:
    """Two halves in the other order."""
    at = random.randrange(len(content) + 1)
    return content[at:] + content[:at]


def blank(content: bytes, random: Random) -> bytes:
    """A part is zeros, as in a file that was never written to its end."""
    start, end = _span(content, random)
    return content[:start] + bytes(end - start) + content[end:]


def noise(content: bytes, random: Random) -> bytes:
    """A part is noise."""
    start, end = _span(content, random)
    return content[:start] + random.randbytes(end - start) + content[end:]


def recode(content: bytes, random: Random) -> bytes:
    """It is in another encoding than it says."""
    return content.decode("utf-8", "replace").encode(random.choice(_ENCODINGS), "replace")


def unline(content: bytes, random: Random) -> bytes:
    """Its lines end otherwise, or not at all."""
    return content.replace(b"\n", random.choice((b"\r", b"\r\n", b"", b"\n\n", b" \n", "\u2028".encode())))


def unmark(content: bytes, random: Random) -> bytes:
    """Some of one sign is lost: a tag, a bracket, a quote."""
    sign = random.choice((b"<", b">", b'"', b"</", b"}", b"{", b"=", b"\n", b" "))
    parts = content.split(sign)
    return b"".join(part + (sign if random.random() < 0.9 else b"") for part in parts)


def press(content: bytes, random: Random) -> bytes:  # noqa: ARG001 - like the others
    """It is compressed, and its name does not say so."""
    return gzip.compress(content, 1, mtime=0)


DAMAGES: tuple[Damage, ...] = (
    flip, cut, lose, double, pump, put, swap, blank, noise, recode, unline, unmark, press
)  # fmt: skip


def damaged(content: bytes, random: Random) -> bytes:
    """The bytes after one change, or several."""
    for _ in range(random.choice((1, 1, 2, 4))):
        content = random.choice(DAMAGES)(content, random)
    return content
