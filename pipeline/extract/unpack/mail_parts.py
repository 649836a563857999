"""Which parts of a mail its reader gets to see."""

from collections.abc import Iterator
from email.message import Message

from pipeline.errors import Reject
from pipeline.extract.unpack.mime import children, leaves, root_of

_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})


def _best(renderings: list[Message]) -> list[Message]:
    """Of one text in several renderings the one with HTML in it, or else the plainest."""
    for wanted in ("text/html", "text/plain"):
        for part in reversed(renderings):
            if any(leaf.get_content_type() == wanted for leaf in leaves(part)):
                return [part]
    return renderings[-1:]


def shown_parts(part: Message) -> Iterator[Message]:
    """The parts that a reader gets to see, in order: texts, attachments and forwarded messages."""
    kind = part.get_content_type()
    if kind in _ENCRYPTED:
        raise Reject("encrypted", "The message is encrypted.", "Decrypt it in your mail program, and save that.")
    if kind == "message/rfc822" or not part.is_multipart():
        yield part
        return
    inside = children(part)
    if kind == "multipart/alternative":
        inside = _best(inside)
    elif kind == "multipart/related":
        root = root_of(part)
        # what the page has no use for was attached to it: some programs know no better place
        inside = [child for child in inside if child is root or child.get_content_disposition() == "attachment"]
    elif kind == "multipart/signed":
        inside = inside[:1]
    for child in inside:
        yield from shown_parts(child)
