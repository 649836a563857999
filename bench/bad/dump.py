"""The text of a file got out in the dumbest way there is, to see what a careful one lost."""

import gzip
import re
import zipfile
from html import unescape
from io import BytesIO

import pypdfium2 as pdfium

_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript|svg|title|select|textarea)\b.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<[/!?a-z][^>]*>", re.IGNORECASE)
# Deleted words, notes on the side, and what a picture is called.
_BESIDE = re.compile(r"<(text:tracked-changes|svg:desc|svg:title|office:annotation|w:del)\b.*?</\1\s*>", re.DOTALL)
_PARTS = re.compile(r"word/document\.xml|content\.xml")
_RTF = re.compile(r"(\{)(\\\*|\\(?:fonttbl|stylesheet|colortbl|info|pict|nonshppict|sp|header|footer)[a-z]*)?|(\})")
_RTF_SIGN = re.compile(r"\\'[0-9a-f]{2}|\\[a-z]+-?\d* ?|[\r\n]|\\.")
_FRONT_MATTER = re.compile(r"\A\s*(?:---.*?\n---|\+\+\+.*?\n\+\+\+)\s*\n", re.DOTALL)
_HEADERS = re.compile(rb"\s*(?:From|WARC/\d|[A-Z][\w-]{2,40}:) ?[^\n]*\n")
_MAIL = re.compile(rb"^(?:MIME-Version|Content-Type|Received|Snapshot-Content-Location): ", re.MULTILINE)
_LONGEST_WORD = 40  # letters; longer is code
_WORD = re.compile(r"[^\W_]{2,}")


def _html(content: bytes, encoding: str) -> str:
    return unescape(_TAG.sub(" ", _UNSEEN.sub(" ", _text(content, encoding))))


def _text(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding or "utf-8", "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def _zip(content: bytes, _: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist() if _PARTS.fullmatch(name)]
    shown = re.sub(r"</?(?:w:(?:r|t)|text:span)\b[^>]*>", "", _BESIDE.sub("", " ".join(parts)))
    return unescape(re.sub(r"<[^>]*>", " ", shown))


def _rtf(content: bytes, _: str) -> str:
    """Without the groups that say they may be skipped, or hold no text."""
    text, kept, at, depth, hidden = content.decode("cp1252", "replace"), [], 0, 0, 0
    for sign in _RTF.finditer(text):
        kept.append("" if hidden else text[at : sign.start()])
        at = sign.end()
        depth += 1 if sign[1] else -1
        if sign[2] and not hidden:
            hidden = depth
        elif depth < hidden:
            hidden = 0
    return _RTF_SIGN.sub(" ", "".join([*kept, text[at:]]))


def _pdf(content: bytes, _: str) -> str:
    opened = pdfium.PdfDocument(content)
    return " ".join(page.get_textpage().get_text_range() for page in opened)


def _markdown(content: bytes, encoding: str) -> str:
    return _FRONT_MATTER.sub("", _text(content, encoding))


_DUMPS = {"html": _html, "text": _text, "markdown": _markdown, "docx": _zip, "odt": _zip, "rtf": _rtf, "pdf": _pdf}


def words_of(text: str) -> list[str]:
    """Runs of two letters or digits and more, in one case."""
    return [word for word in _WORD.findall(text.casefold()) if len(word) <= _LONGEST_WORD]


def dumped(content: bytes, format_: str, encoding: str) -> list[str]:
    """The words of a file that was read as `format_`; none of a mail or a saved page, and of what is too damaged."""
    try:
        content = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
        if (format_ == "html" and _HEADERS.match(content[:4096])) or _MAIL.search(content[:4096]):
            return []
        return words_of(_DUMPS[format_](content, encoding))
    except Exception:  # noqa: BLE001 - a damaged file breaks the dumb reader in any way it likes; it then says nothing
        return []
