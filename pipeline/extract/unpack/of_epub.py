"""EPUB: each file of the book's spine, a chapter as a rule, is an article, in the order of the spine.

Cover, title page and table of contents are refused one by one.
"""

import re
import zlib
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from pipeline.errors import Reject
from pipeline.extract.unpack import Container, Packed, Part
from pipeline.extract.unpack.book import APPARATUS, PAGES, Chapter, read_book
from pipeline.extract.unpack.inflating import Allowance, damaged
from pipeline.records import Envelope, Metadata

_TYPE = b"mimetypeapplication/epub+zip"
_SPOILT = (
    BadZipFile,
    EOFError,
    zlib.error,
    ValueError,
)  # the last for names in no encoding and places before the start
_ENCRYPTION = "META-INF/encryption.xml"
_LOCKED = re.compile(rb"""CipherReference[^>]*URI\s*=\s*["']([^"']+\.x?html?)["']""", re.IGNORECASE)
_BESIDE = Reject(
    "not_an_article", "The book does not say where it is read.", "If it is a chapter, download the book again."
)
_BODY_TYPE = re.compile(rb"""<body\b[^>]*\bepub:type\s*=\s*["']([^"']+)["']""", re.IGNORECASE)


def _recognises(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and _TYPE in head[:100]


def _read(book: ZipFile, allowance: Allowance, name: str) -> bytes:
    """A file of the zip. Raises `Reject`: `missing`, `encrypted`, `cut_off` or `bomb`."""
    try:
        with book.open(name) as stream:
            return allowance.read(stream)
    except KeyError as error:
        raise Reject("missing", f"The book lists {name} and does not hold it.", "Download the book again.") from error
    except _SPOILT as error:
        raise damaged() from error
    except (RuntimeError, NotImplementedError) as error:  # a password, or a way to compress that no book uses
        raise Reject("encrypted", f"{name} cannot be read: {error}.", "Use a copy that is not locked.") from error


def _apparatus(chapter: Chapter, content: bytes) -> str:
    """What a part is instead of a chapter, as the book or the part itself says."""
    said = _BODY_TYPE.search(content)
    kinds = said[1].decode("ascii", "replace").lower().split() if said else []
    return chapter.apparatus or next((APPARATUS[kind] for kind in kinds if kind in APPARATUS), "")


def _part(chapter: Chapter, content: bytes, book: Metadata) -> Part:
    envelope = Envelope(".xhtml", "", Metadata(title=chapter.label), book)
    if chapter.media_type not in PAGES:
        what = f"It is {chapter.media_type or 'of no type'}, not a page of text."
    elif apparatus := _apparatus(chapter, content):
        what = f"It is {apparatus}."
    else:
        return Part(content, chapter.path, envelope)
    hint = "Nothing, unless there is an article in it."
    return Part(content, chapter.path, refusal=Reject("not_an_article", what, hint))


def _parts(packed: Packed) -> Iterator[Part]:
    try:
        archive = ZipFile(BytesIO(packed.content))
    except (*_SPOILT, NotImplementedError) as error:
        raise damaged() from error
    with archive:
        if len(set(archive.namelist())) < len(archive.namelist()):  # programs do not agree on which of two they read
            raise damaged()
        read = partial(_read, archive, Allowance(len(packed.content)))
        locked = _LOCKED.search(read(_ENCRYPTION)) if _ENCRYPTION in archive.namelist() else None
        if locked:
            raise Reject("encrypted", "The book is locked to its buyer's device.", "Use a copy that is not locked.")
        book = read_book(read)
        for chapter in dict.fromkeys(book.chapters):
            try:
                content = read(chapter.path)
            except Reject as refusal:
                if refusal.code != "missing":
                    raise
                yield Part(b"", chapter.path, refusal=refusal)
            else:
                yield _part(chapter, content, book.metadata)
        for chapter in dict.fromkeys(book.beside if book.chapters else ()):
            yield Part(b"", chapter.path, refusal=_BESIDE)


CONTAINER = Container((".epub",), _recognises, _parts)
