"""OpenDocument texts: what LibreOffice and its relatives write."""

from pipeline.errors import Reject
from pipeline.extract import Extractor
from pipeline.extract.html.page import Source
from pipeline.extract.html.tree import Node
from pipeline.extract.odt.body import UNSEEN, Body
from pipeline.extract.odt.styles import Styles
from pipeline.extract.paged.archive import Archive
from pipeline.extract.paged.article import Properties, article_of
from pipeline.extract.paged.dump import part_text
from pipeline.extract.paged.flow import Flow
from pipeline.extract.paged.markup import Element, child, children, name, parse_xml
from pipeline.extract.volume import checked
from pipeline.records import Article, Document

_ZIP = b"PK\x03\x04"
_NAME_AT = 30  # bytes of a zip's first header, after which the name of its first part stands
_FIRST = b"mimetypeapplication/vnd.oasis.opendocument.text"  # not packed, so that it can be seen from outside


def _recognises(content: bytes) -> bool:
    return content.startswith(_ZIP) and content.startswith(_FIRST, _NAME_AT)


def _part(archive: Archive, name: str) -> Element | None:
    content = archive.read(name)
    return None if content is None else parse_xml(content)


def _check_open(archive: Archive) -> None:
    manifest = _part(archive, "META-INF/manifest.xml")
    if any(child(entry, "encryption-data") is not None for entry in children(manifest, "file-entry")):
        raise Reject("encrypted", "It is protected by a password.", "Save a copy without a password.")


def _properties(archive: Archive) -> Properties:
    meta = child(_part(archive, "meta.xml"), "meta")
    found = {name(entry): entry.text or "" for entry in (meta if meta is not None else ())}
    return Properties(found.get("title", ""), found.get("initial-creator") or found.get("creator", ""))


def _tree(content: Element, styles: Element | None) -> tuple[Node, Body]:
    """The body, then its notes, then what is printed on the margins of its pages."""
    groups = (child(styles, "styles"), child(styles, "automatic-styles"), child(content, "automatic-styles"))
    body = Body(Styles(groups))
    flow = Flow(Node("#root", {}, None))
    text = child(content, "body", "text")
    if text is not None:
        body.blocks(text, flow)
    for note in body.noted:  # it grows, if a note has notes
        body.blocks(note, flow.inside("section"))
    for page in children(child(styles, "master-styles"), "master-page"):
        for margin in page:
            if name(margin).startswith(("header", "footer")):
                body.blocks(margin, flow.inside("footer"))
    return flow.node, body


def extract_odt(document: Document) -> Article:
    """The article in an OpenDocument text, without id.

    Raises `Reject`: `broken`, `encrypted`, `too_large` when unpacked, `no_text` or `text_lost`.
    """
    if not document.content.startswith(b"PK"):
        raise Reject("broken", "It is not the OpenDocument text that its name says.", "Save it again as .odt.")
    archive = Archive(document.content)
    _check_open(archive)
    content = archive.read("content.xml")
    if content is None:
        raise Reject("broken", "The part with its text is missing.", "Copy or download it again.")
    tree, body = _tree(parse_xml(content), _part(archive, "styles.xml"))
    article = article_of(document, Source("odt", "utf-8"), tree, _properties(archive))
    return checked(article, part_text(content, UNSEEN), " ".join([article.text, *body.hidden]))


EXTRACTOR = Extractor("odt", (".odt",), _recognises, extract_odt)
