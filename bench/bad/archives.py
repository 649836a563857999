"""Archives that are meant to hurt: bombs, names that lead outside, entities that name files or grow."""

import gzip
import zipfile
from collections.abc import Iterator
from io import BytesIO

from .pages import WORDS, page

_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override'
    ' PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest><item id="a" href="{path}"'
    ' media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
)
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="c.opf"/></rootfiles></container>'
)
LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 12)
) + "]>"  # fmt: skip
FILE = '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/hostname">]>'


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A zip file."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def docx(body: str, prolog: str = "", **more: bytes) -> bytes:
    """A Word file."""
    document = f"{prolog}<w:document {_WORD}><w:body>{body}</w:body></w:document>"
    return zipped(
        {"[Content_Types].xml": _CONTENT_TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document, **more}
    )


def epub(chapter: bytes, path: str = "a.xhtml", opf: str = _OPF) -> bytes:
    """A book of one chapter."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("c.opf", opf.replace("{path}", path))
        archive.writestr(path, chapter, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def paragraph(words: str) -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def archives(n: int) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every archive; bombs unpack to `n` kilobytes."""
    zeros = bytes(1000 * n)
    yield "bomb.txt.gz", gzip.compress(zeros)
    yield "bomb-of-bombs.txt.gz", gzip.compress(gzip.compress(zeros))
    yield "cut.txt.gz", gzip.compress(WORDS.encode() * 99)[:-9]
    yield "members.txt.gz", gzip.compress(b"It rained. ") * (n // 10)
    yield "bomb.docx", docx(paragraph(" " * 1000 * n))
    yield "members.docx", docx(paragraph(WORDS), **{f"word/{i}.xml": b"" for i in range(n // 5)})
    yield "laughs.docx", docx(paragraph("&a11;") + paragraph(WORDS), LAUGHS)
    yield "entity.docx", docx(paragraph("&a11;") + paragraph(WORDS), FILE)
    yield "outside.docx", docx(paragraph(WORDS), **{"../../../tmp/outside.txt": b"x", "/etc/outside": b"x"})
    yield "paragraphs.docx", docx(paragraph("w") * n)
    yield "nested.docx", docx("<w:tbl><w:tr><w:tc>" * (n // 50) + paragraph(WORDS))
    yield "bomb.epub", epub(zeros)
    yield "outside.epub", epub(page(""), "../../outside.xhtml")
    yield "laughs.epub", epub(page("&a11;"), opf=LAUGHS.replace("DOCTYPE x", "DOCTYPE package") + _OPF)
    yield "entity.epub", epub(FILE.encode().replace(b"DOCTYPE x", b"DOCTYPE html") + page("&a11;"))
    yield "not-a.docx", b"PK\x03\x04" + bytes(200)
    yield "archive.zip", zipped({"../a.txt": WORDS, "a.txt": WORDS})
