"""The XML in a document, read without its entities, and asked by local names.

The two dialects of Word differ in namespaces alone, and so do old and new OpenDocument.
"""

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.errors import Reject

__all__ = ["Element", "attribute", "child", "children", "name", "parse_xml", "value"]


def parse_xml(content: bytes) -> Element:
    """The root of a part. Raises `Reject`: `broken`, also for a part with a document type, which none may have.

    lxml's own limits stay in force: 256 elements deep, 10 MB in one text.
    """
    # A parser is made for each part, because one that has failed is not used again.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        raise Reject("broken", "A part of it is not well formed.", "Open it, and save it again.") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Reject("broken", "A part of it declares entities, which no article needs.", "Save it again, or as text.")
    return root


def name(element: Element) -> str:
    """The local name of an element; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element | None, wanted: str) -> Iterator[Element]:
    """The elements directly in `element` that are called `wanted`."""
    return (inner for inner in (element if element is not None else ()) if name(inner) == wanted)


def child(element: Element | None, *path: str) -> Element | None:
    """The first element at the end of `path`, None if there is none."""
    for step in path:
        element = next(children(element, step), None)
    return element


def attribute(element: Element | None, wanted: str) -> str:
    """The value of an attribute by its local name, "" where there is none."""
    if element is None:
        return ""
    return next((str(found) for key, found in element.attrib.items() if str(key).rpartition("}")[2] == wanted), "")


def value(element: Element | None, *path: str) -> str:
    """The `val` of the element at the end of `path`, "" where there is none."""
    return attribute(child(element, *path), "val")
