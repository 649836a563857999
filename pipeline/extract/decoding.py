"""Bytes to text: which encoding a document is in, decided once and recorded."""

import codecs
import re
from itertools import chain

from charset_normalizer import from_bytes

from pipeline.errors import Reject

DECLARED_WITHIN = 4096  # bytes; four times where HTML tells browsers to look, for pages with long comments on top
SAMPLED = 1 << 18  # bytes; more does not change what charset-normalizer finds, and costs seconds

# Longest first: the mark of UTF-32 begins with the mark of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,512}?\bcharset\s*=|\?xml\b[^>]{0,512}?\bencoding\s*=)\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)
# What pages call Latin-1 or ASCII is what Windows wrote: browsers read it so, and it has the curly quotes.
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}
_MOST_CONTROLS = 0.02  # share of characters; text has next to none, machine formats read as text have many
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def declared_charset(content: bytes) -> str:
    """The encoding that the first bytes of an HTML or XML document declare, or ""."""
    match = _DECLARED.search(content[:DECLARED_WITHIN])
    return match[1].decode("ascii", "replace") if match else ""


def _known(name: str) -> str:
    """Python's name for the text encoding `name`, or ""."""
    try:
        found = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return ""
    # "hex" and "rot13" are codecs too, but no encodings; an escape would make text of anything
    is_text = getattr(found, "_is_text_encoding", True) and "escape" not in found.name and found.name not in {"idna", "punycode"}
    return _READ_AS.get(found.name, found.name) if is_text else ""


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, ValueError):
        return None


def _utf16_without_mark(content: bytes) -> str:
    """Which UTF-16 it is if every other byte is nearly always NUL, as in Western text; else ""."""
    sample = content[:DECLARED_WITHIN]
    if len(sample) < 4 or len(content) % 2:  # noqa: PLR2004 - two characters
        return ""
    half = len(sample) // 2
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if even < 0.1 and odd > 0.4:  # noqa: PLR2004 - text mixed with other scripts still has NULs beside its spaces
        return "utf-16-le"
    return "utf-16-be" if odd < 0.1 and even > 0.4 else ""  # noqa: PLR2004


def _guessed(content: bytes) -> str:
    best = from_bytes(content[:SAMPLED]).best()
    return best.encoding if best else ""


def _undecodable(tried: str) -> Reject:
    return Reject("undecodable", f"It is text in no encoding that could be found{tried}.", "Save it again as UTF-8.")


def _marked(content: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = _strictly(content, encoding)
            if text is None:
                raise _undecodable(f": it starts like {encoding.removesuffix('-sig')}, but breaks off inside a character")
            return text, encoding.removesuffix("-sig")
    return None


def _unmarked(content: bytes, declared: str) -> tuple[str, str]:
    if encoding := _utf16_without_mark(content):
        text = _strictly(content, encoding)
        if text is not None:
            return text, encoding
    if b"\0" in content:
        raise Reject("binary", "It is not text: it has zero bytes.", "Save the article as HTML, Markdown or plain text.")
    for encoding in chain(filter(None, (_known(declared), "utf-8")), (name for name in (_guessed(content),) if name)):
        text = _strictly(content, encoding)
        if text is not None:
            return text, encoding
    raise _undecodable("")


def decode(content: bytes, declared: str = "") -> tuple[str, str]:
    """The text, with every newline as "\\n", and the name of its encoding.

    Raises `Reject`: `empty`, `binary` or `undecodable`.
    """
    if not content.strip():
        raise Reject("empty", "There is nothing in it.", "Save the article again: the file has no content.")
    text, encoding = _marked(content) or _unmarked(content, declared)
    if "\0" in text or len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise Reject("binary", "It is not text: it has control characters.", "Save the article as HTML, Markdown or plain text.")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding
