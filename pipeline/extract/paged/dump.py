"""The words in a part of a document, without reading its XML: what is left without the tags and what nobody sees."""

import codecs
import re
from html import unescape

_TAG = re.compile(r"<(?:/?(?:[\w.-]++:)?([\w.-]++)[^<>]*+>|[!?][^<>]*+>?|)")
_LOOKS = frozenset({"r", "t", "span", "rPr", "b", "bCs", "i", "iCs", "a", "bookmarkStart", "bookmarkEnd", "proofErr"})


def part_text(content: bytes, unseen: frozenset[str]) -> str:
    """All that a part shows, and more; `unseen` are the local names of elements whose text is not shown.

    >>> part_text(b"<w:p><w:r><w:t>On</w:t></w:r><w:r><w:t>ce</w:t></w:r><w:del><w:t>no</w:t></w:del></w:p>",
    ...     frozenset({"del"})).split()
    ['Once']
    """
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    text, kept, at, waits = content.decode(encoding, "replace"), [], 0, ""
    depth = 0
    for tag in _TAG.finditer(text):
        name, ends, is_empty = tag[1] or "", tag[0].startswith("</"), tag[0].endswith("/>")
        if waits:
            if name == waits and not is_empty:
                depth += -1 if ends else 1
            if depth == 0:
                waits, at = "", tag.end()
            continue
        kept.append(text[at : tag.start()])
        at = tag.end()
        if name in unseen and not ends and not is_empty:
            waits, depth = name, 1
        elif name not in _LOOKS:
            kept.append(" ")
    return unescape("".join([*kept, text[at:]]))
