"""What an EPUB says of itself: who wrote it, what is in it, in which order, and what each part is called.

As in EPUB 3.3, with the NCX and the guide of EPUB 2. Parts are named by their path in the zip.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from pipeline.errors import Reject
from pipeline.extract.html.metadata.stated import iso_date, language_code, people
from pipeline.extract.unpack.book_xml import attribute, named, parse_xml, target, text_of
from pipeline.records import Metadata

CONTAINER_FILE = "META-INF/container.xml"
PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})

# What a book's guide, its landmarks and its pages call a part that is no text of the book.
APPARATUS = {
    "cover": "the cover",
    "title-page": "the title page",
    "titlepage": "the title page",
    "toc": "the table of contents",
    "index": "the index",
    "loi": "the list of pictures",
    "lot": "the list of tables",
    "copyright-page": "the copyright page",
}

Read = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Chapter:
    path: str
    media_type: str
    label: str  # in the table of contents, "" where that does not name it
    apparatus: str  # what it is instead of a chapter, ""


@dataclass(frozen=True, slots=True)
class Book:
    metadata: Metadata
    chapters: tuple[Chapter, ...]
    beside: tuple[Chapter, ...]  # pages that it holds and that are in no order


def _metadata(package: etree._Element) -> Metadata:
    def said(name: str) -> list[str]:
        return [text for node in named(package, name) if (text := text_of(node))]

    roles = {
        attribute(node, "refines").lstrip("#"): text_of(node)
        for node in named(package, "meta")
        if attribute(node, "property") == "role"
    }
    creators = [
        text_of(node)
        for node in named(package, "creator")
        if (attribute(node, "role") or roles.get(attribute(node, "id"), "aut")) == "aut"
    ]
    return Metadata(
        title=next(iter(said("title")), ""),
        author="; ".join(people(creators)),
        site=next(iter(said("publisher")), ""),
        published=next(filter(None, map(iso_date, said("date"))), ""),
        language=next(filter(None, map(language_code, said("language"))), ""),
    )


@dataclass(frozen=True, slots=True)
class _Link:
    """Where a table leads, what it calls the place, and what kind of place it says it is."""

    path: str
    label: str
    kind: str


def _links(read: Read, table: str, which: str) -> list[_Link]:
    """The links of the tables of the kind `which` in the file `table`: "toc" or "landmarks"."""
    found = []
    for nav in named(parse_xml(read(table), "table of contents", patient=True), "nav"):
        if attribute(nav, "type") == which:
            links = (a for a in named(nav, "a") if attribute(a, "href"))
            found += [_Link(target(table, attribute(a, "href")), text_of(a), attribute(a, "type")) for a in links]
    return found


def _old_links(read: Read, table: str) -> Iterator[_Link]:
    """The entries of an NCX, the table of contents of EPUB 2."""
    for point in named(parse_xml(read(table), "table of contents", patient=True), "navPoint"):
        label, content = next(named(point, "text"), None), next(named(point, "content"), None)
        if label is not None and content is not None:
            yield _Link(target(table, attribute(content, "src")), text_of(label), "")


def _apparatus(package: etree._Element, opf: str, nav: str, landmarks: list[_Link]) -> Mapping[str, str]:
    """Path -> what it is instead of a chapter, as the guide and the landmarks say."""
    guide = [(attribute(node, "type"), target(opf, attribute(node, "href"))) for node in named(package, "reference")]
    said = guide + [(link.kind, link.path) for link in landmarks]
    found = {path: APPARATUS[kind.lower()] for kind, path in said if kind.lower() in APPARATUS}
    return found | ({nav: APPARATUS["toc"]} if nav else {})


def read_book(read: Read) -> Book:
    """The book behind `read`, which gives a file of the zip or raises `Reject`. Raises `Reject` if it is damaged."""
    root = next(named(parse_xml(read(CONTAINER_FILE), "container file"), "rootfile"), None)
    if root is None or not (opf := attribute(root, "full-path")):
        raise Reject("damaged", "It does not say where its contents are listed.", "Download the book again.")
    package = parse_xml(read(opf), "list of contents")
    items = {attribute(node, "id"): node for node in named(package, "item")}
    paths = {name: target(opf, attribute(node, "href")) for name, node in items.items()}
    nav = next((paths[n] for n, item in items.items() if "nav" in attribute(item, "properties").split()), "")
    ncx = next((paths[n] for n, item in items.items() if attribute(item, "media-type").endswith("ncx+xml")), "")
    contents = _links(read, nav, "toc") if nav else list(_old_links(read, ncx)) if ncx else []
    labels = {link.path: link.label for link in reversed(contents)}  # of several places in one file, the first
    apparatus = _apparatus(package, opf, nav, _links(read, nav, "landmarks") if nav else [])
    spine = [attribute(node, "idref") for node in named(package, "itemref")]
    if missing := next((name for name in spine if name not in items), None):
        raise Reject("damaged", f"Its part {missing!r} is not in its list of contents.", "Download the book again.")

    def chapter(name: str) -> Chapter:
        path, kind = paths[name], attribute(items[name], "media-type")
        return Chapter(path, kind, labels.get(path, ""), apparatus.get(path, ""))

    listed = {paths[name] for name in spine} | {nav}
    return Book(
        _metadata(package),
        tuple(map(chapter, spine)),
        tuple(found for found in map(chapter, items) if found.media_type in PAGES and found.path not in listed),
    )
