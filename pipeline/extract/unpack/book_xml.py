"""The XML of a book, whatever prefixes its names have."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from pipeline.errors import Reject
from pipeline.extract.html.metadata.stated import plain


def parse_xml(content: bytes, what: str, *, patient: bool = False) -> etree._Element:
    """The tree of an XML file; `patient` with errors, where they cost a name and no text."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, recover=patient
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise Reject("damaged", f"Its {what} is not XML: {error.msg}.", "Download the book again.") from error
    return etree.Element("nothing") if root is None else root  # patience that found no element


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def named(node: etree._Element, name: str) -> Iterator[etree._Element]:
    return (found for found in node.iter() if _name(found) == name)


def text_of(node: etree._Element) -> str:
    return plain("".join(str(piece) for piece in node.itertext()))


def attribute(node: etree._Element, name: str) -> str:
    """An attribute, whatever its namespace."""
    return next((str(value) for key, value in node.items() if etree.QName(key).localname == name), "")


def target(base: str, href: str) -> str:
    """The path in the zip that a link in the file `base` leads to, without its fragment."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(href.partition("#")[0])))
