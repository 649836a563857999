"""Bytes to text: which encoding a document is in, decided once and recorded."""

import codecs
import re

from charset_normalizer import from_bytes

from pipeline.errors import Reject
from pipeline.extract.encoded_twice import encoded_once
from pipeline.extract.signs import count_signs

DECLARED_WITHIN = 4096  # bytes; four times where HTML tells browsers to look, for pages with long comments on top
SAMPLED = 1 << 18  # bytes; more does not change what charset-normalizer finds, and costs seconds
MOST_CONTROLS = 0.02  # share of characters; text has next to none, machine formats have many
FEWEST_SOUND = 4  # well-formed UTF-8 sequences to a broken one; other encodings hardly ever form one by chance

# Longest first: the mark of UTF-32 begins with the mark of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,512}?\bcharset\s*=|\?xml\b[^>]{0,512}?\bencoding\s*=)\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
# As browsers read them: what says Latin-1 or ASCII is what Windows wrote, with its curly quotes.
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_NO_TEXT_ENCODING = re.compile(r"escape|idna|punycode|utf-7|utf-?16|utf-?32|mbcs|oem|undefined")
_SEVEN_BITS = re.compile(r"iso2022|hz")  # they are ASCII to the eye, and so also valid UTF-8
_USUAL = "cp1252"
# What is found outside UTF-8. charset-normalizer's other eighty win only on short texts, and wrongly.
_GUESSED = """
    cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 koi8_r iso8859_2 iso8859_5 iso8859_7
    cp932 euc_jp gb18030 big5 cp949
    """.split()
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_BINARY = ("binary", "It is not text.", "Save the article as HTML, Markdown or plain text.")


def declared_charset(content: bytes) -> str:
    """The encoding that the first bytes of an HTML or XML document declare, or ""."""
    match = _DECLARED.search(content[:DECLARED_WITHIN])
    return match[1].decode("ascii", "replace") if match else ""


def _known(name: str) -> str:
    """Python's name for the encoding `name`, or "" if it is none that text without a mark can be in."""
    try:
        found = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return ""
    is_text = getattr(found, "_is_text_encoding", True)  # "hex" and "zip" are codecs too
    return _READ_AS.get(found.name, found.name) if is_text and not _NO_TEXT_ENCODING.search(found.name) else ""


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except ValueError:  # UnicodeError is one; some codecs raise the plain one
        return None


def _utf16_without_mark(content: bytes) -> str:
    """Which UTF-16 it is if about every other byte is NUL, as in Western text; else ""."""
    sample = content[:DECLARED_WITHIN]
    if len(sample) < len("ab".encode("utf-16-le")) or len(content) % 2:
        return ""
    even, odd = (2 * sample[offset::2].count(0) / len(sample) for offset in (0, 1))
    few, many = 0.1, 0.4  # text with words of another script still has NULs in its spaces
    return "utf-16-le" if even < few and odd > many else "utf-16-be" if odd < few and even > many else ""


def _damaged_utf8(content: bytes) -> str | None:
    """The text of UTF-8 with a few broken bytes, each as U+FFFD; one stray byte must not garble every accent."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken
    return text if sound >= FEWEST_SOUND * broken else None


def _guessed(content: bytes) -> tuple[str, str] | None:
    found = list(from_bytes(content[:SAMPLED], cp_isolation=_GUESSED))
    # Many Western texts are as good in several encodings; then it is the usual one.
    best = min(
        found,
        key=lambda match: (match.chaos, -match.coherence, _USUAL not in match.could_be_from_charset),
        default=None,
    )
    if best is None:
        return None
    encoding = _USUAL if _USUAL in best.could_be_from_charset else best.encoding
    text = _strictly(content, encoding)
    return None if text is None else (text, encoding)


def _marked(content: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = _strictly(content, encoding)
            if text is None:
                message = f"It says that it is {encoding.removesuffix('-sig').upper()}, but is not."
                raise Reject("undecodable", message, "It may be cut off. Save it again as UTF-8.")
            return text, encoding.removesuffix("-sig")
    return None


def _unmarked(content: bytes, declared: str) -> tuple[str, str]:
    if (encoding := _utf16_without_mark(content)) and (text := _strictly(content, encoding)) is not None:
        return text, encoding
    if b"\0" in content:
        raise Reject(*_BINARY)
    named = _known(declared)
    # Valid UTF-8 is hardly ever anything else, and pages keep old declarations when they are saved anew.
    for encoding in (named, "utf-8") if _SEVEN_BITS.match(named) else ("utf-8", named):
        if encoding and (text := _strictly(content, encoding)) is not None:
            return text, encoding
    if (text := _damaged_utf8(content)) is not None:
        return text, "utf-8"
    if found := _guessed(content):
        return found
    raise Reject("undecodable", "It is text in no encoding that could be found.", "Save it again as UTF-8.")


def decode(content: bytes, declared: str = "") -> tuple[str, str]:
    r"""The text, with every newline as "\n", and the name of its encoding.

    Raises `Reject`: `empty`, `binary` or `undecodable`.
    """
    text, encoding = _marked(content) or _unmarked(content, declared)
    if not text.strip():
        raise Reject("empty", "There is nothing in it.", "Save the article again: the file has no content.")
    if "\0" in text or count_signs(text, _CONTROLS) > MOST_CONTROLS * len(text):
        raise Reject(*_BINARY)
    text = encoded_once(text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text, encoding
