"""MHTML: a page as a browser saves it in one file. Its pictures, styles and frames are no articles."""

from collections.abc import Iterator

from pipeline.errors import Reject
from pipeline.extract.unpack import Container, Packed, Part
from pipeline.extract.unpack.mime import charset, header, is_saved_page, leaves, parse, payload, read_headers, root_of
from pipeline.records import Envelope, Metadata

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_ERRORS = "chrome-error:"


def _recognises(head: bytes) -> bool:
    headers = read_headers(head)
    return headers is not None and is_saved_page(headers)


def _parts(packed: Packed) -> Iterator[Part]:
    message = parse(packed.content)
    root = root_of(message) if message.get_content_type() == "multipart/related" else message
    page = next((leaf for leaf in leaves(root or message) if leaf.get_content_type() in _PAGES), None)
    if page is None:
        raise Reject("no_page", "There is no HTML page in it.", "Save the page again as HTML.")
    if header(message, "Snapshot-Content-Location").startswith(_ERRORS):
        raise Reject("no_page", "The browser saved its own page about an error.", "Load the page again, and save it.")
    address = header(message, "Snapshot-Content-Location") or header(page, "Content-Location")
    url = address if address.startswith(("http://", "https://")) else ""
    # The page knows better what it is called. "Date" is the day on which it was saved.
    assumed = Metadata(title=header(message, "Subject"), url=url)
    yield Part(payload(page), None, Envelope(".html", charset(page), assumed=assumed))


CONTAINER = Container((".mhtml", ".mht"), _recognises, _parts)
