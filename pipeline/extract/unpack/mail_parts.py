"""Which parts of a mail its reader gets to see."""

from collections.abc import Iterator
from email.message import Message

from pipeline.errors import Reject
from pipeline.extract.html.source import says_as_much
from pipeline.extract.unpack.mime import children, leaves, payload, root_of

_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})


def _best(renderings: list[Message]) -> list[Message]:
    """Of one text in several renderings the one with HTML in it, unless another says more, or else the plainest."""
    found = [
        next((part for part in reversed(renderings) if any(_texts(part, wanted))), None)
        for wanted in ("text/html", "text/plain")
    ]
    page, plain = found
    if page and plain and page is not plain and not says_as_much(_all(page, "text/html"), _all(plain, "text/plain")):
        return [plain]
    return [page or plain or renderings[-1]] if renderings else []


def _texts(part: Message, kind: str) -> Iterator[Message]:
    return (leaf for leaf in leaves(part) if leaf.get_content_type() == kind)


def _all(part: Message, kind: str) -> str:
    """The words of a rendering, near enough to count them."""
    return "\n".join(payload(leaf).decode("utf-8", "replace") for leaf in _texts(part, kind))


def _is_used(child: Message) -> bool:
    """Whether a page uses what came with it, and does not only share the mail with it, as some programs arrange it."""
    if child.get_content_disposition() == "attachment":
        return False
    return child.get_content_maintype() != "text" or "Content-ID" in child or "Content-Location" in child


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
        inside = [child for child in inside if child is root or not _is_used(child)]
    elif kind == "multipart/signed":
        inside = inside[:1]
    for child in inside:
        yield from shown_parts(child)
