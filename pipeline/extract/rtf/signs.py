"""The signs that RTF is made of: braces, control words, characters."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SIGN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)
_SYMBOLS = {b"~": "nbsp", b"_": "nbhyphen", b"-": "shy", b"*": "*", b"\n": "par", b"\r": "par"}
_ESCAPED = frozenset({b"\\", b"{", b"}"})


class Sign(NamedTuple):
    """One of: a brace in `word`, a control word with its number, or bytes of text."""

    word: str = ""
    number: int | None = None
    text: bytes = b""


def _sign(match: re.Match[bytes]) -> Sign:
    if word := match["word"]:
        return Sign(word.decode(), int(match["number"]) if match["number"] else None)
    if match["hex"]:
        return Sign(text=bytes([int(match["hex"], 16)]))
    if brace := match["brace"]:
        return Sign(brace.decode())
    if (symbol := match["symbol"]) is not None:
        return Sign(text=symbol) if symbol in _ESCAPED else Sign(_SYMBOLS.get(symbol, ""))
    return Sign(text=match["text"])


def signs(content: bytes) -> Iterator[Sign]:
    """The signs of a file in order. What is none, such as line ends, is left out, as are the bytes behind `bin`."""
    at = 0
    while match := _SIGN.search(content, at):
        sign = _sign(match)
        at = match.end() + (max(sign.number or 0, 0) if sign.word == "bin" else 0)
        yield sign
