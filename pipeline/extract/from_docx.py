"""Word documents: the zip of XML parts that Word has written since 2007, and others write too."""

import re
from collections.abc import Iterator

from pipeline.errors import Reject
from pipeline.extract import Extractor
from pipeline.extract.docx.body import UNSEEN, Body
from pipeline.extract.docx.styles import Styles
from pipeline.extract.html.page import Source
from pipeline.extract.html.tree import Node
from pipeline.extract.paged.archive import Archive
from pipeline.extract.paged.article import Properties, article_of
from pipeline.extract.paged.dump import part_text
from pipeline.extract.paged.flow import Flow
from pipeline.extract.paged.markup import Element, attribute, child, children, parse_xml
from pipeline.extract.volume import LOST, checked
from pipeline.records import Article, Document

_ZIP = b"PK\x03\x04"
_BODY = re.compile(r"word/document\d*\.xml")  # Word itself has called it document2.xml at times
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_OLD = b"\xd0\xcf\x11\xe0"  # what Word wrote before 2007, and writes around a document with a password


def _recognises(content: bytes) -> bool:
    return content.startswith(_ZIP) and b"word/document" in content  # the names of parts are not packed


def _opened(content: bytes) -> Archive:
    if content.startswith(_OLD):
        raise Reject(
            "encrypted",
            "It is protected by a password, or older than 2007.",
            "Save a copy as .docx without a password.",
        )
    if not content.startswith(b"PK"):
        raise Reject("broken", "It is not the Word document that its name says.", "Save it again as .docx.")
    return Archive(content)


def _part(archive: Archive, name: str) -> Element | None:
    content = archive.read(name)
    return None if content is None else parse_xml(content)


def _notes(archive: Archive) -> Iterator[tuple[tuple[str, str], Element]]:
    for kind in ("footnote", "endnote"):
        for note in children(_part(archive, f"word/{kind}s.xml"), kind):
            yield (kind, attribute(note, "id")), note


def _properties(archive: Archive) -> Properties:
    core = _part(archive, "docProps/core.xml")
    title, creator = child(core, "title"), child(core, "creator")
    return Properties(
        title=(title.text or "") if title is not None else "",
        author=(creator.text or "") if creator is not None else "",
    )


def _main(archive: Archive) -> bytes:
    content = archive.read(next(filter(_BODY.fullmatch, archive.names()), ""))
    if content is None:
        raise Reject("broken", "The part with its text is missing.", "Copy or download it again.")
    return content


def _tree(archive: Archive, main: bytes) -> tuple[Node, Body]:
    """The body, then its notes, then what is printed on the margins of its pages."""
    body = Body(Styles(_part(archive, "word/styles.xml"), _part(archive, "word/numbering.xml")), dict(_notes(archive)))
    flow = Flow(Node("#root", {}, None))
    body.blocks(parse_xml(main), flow)
    for note in body.noted:  # it grows, if a note has notes
        body.blocks(note, flow.inside("section"))
    for name in filter(_MARGIN.fullmatch, archive.names()):
        if (margin := _part(archive, name)) is not None:
            body.blocks(margin, flow.inside("footer"))
    return flow.node, body


def extract_docx(document: Document) -> Article:
    """The article in a Word document, without id.

    Raises `Reject`: `broken`, `encrypted`, `too_large` when unpacked, `no_text` or `text_lost`.
    """
    archive = _opened(document.content)
    main = _main(archive)
    tree, body = _tree(archive, main)
    article = article_of(document, Source("docx", "utf-8", (LOST,) if body.lacks else ()), tree, _properties(archive))
    return checked(article, part_text(main, UNSEEN), " ".join([article.text, *body.hidden]))


EXTRACTOR = Extractor("docx", (".docx",), _recognises, extract_docx)
