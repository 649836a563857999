"""What a container holds, as the tests of one kind of container ask for it."""

from hashlib import sha256

from pipeline.extract.unpack.opening import unpack
from pipeline.records import Document, Unpacked
from pipeline.settings import USUAL_COLUMNS


def document(path: str, content: bytes) -> Document:
    return Document(path, sha256(content).hexdigest(), content)


def opened(path: str, content: bytes) -> Unpacked:
    return unpack(document(path, content), USUAL_COLUMNS)


def contents(inside: Unpacked) -> dict[str, bytes]:
    """Path -> content of each document."""
    return {found.path: found.content for found in inside.documents}


def refusals(inside: Unpacked) -> dict[str, str]:
    """Path -> code of each reject."""
    return {row.path: row.code for row in inside.rejects}
