"""One input to the documents in it: out of gzip, out of its container, each under a name of its own.

A record's key is what it calls itself, its id or address, or else a hash of its content: never its place in the file,
so that an edit elsewhere renames nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import PurePosixPath

from pipeline.errors import Reject
from pipeline.extract import SNIFFED
from pipeline.extract.unpack import Container, Packed, Part, containers
from pipeline.extract.unpack.inflating import GZIP, Allowance
from pipeline.records import Document, Envelope, Rejected, Unpacked
from pipeline.settings import Columns

MOST_RECORDS = 10_000  # in one input; articles about one story are hundreds
DIGITS = 12  # of a content hash: two of ten thousand records share them once in five million files

_REPEATED = Reject("repeated", "The file holds it more than once.", "Nothing is missing: it is read once.")


def _container(content: bytes, name: str) -> Container | None:
    """The bytes decide; where they do not, the name does."""
    head, suffix = content[:SNIFFED], PurePosixPath(name).suffix.lower()
    sniffed = (container for container in containers() if container.recognises(head))
    named = (container for container in containers() if suffix in container.suffixes)
    return next(sniffed, None) or next(named, None)


def is_packed(document: Document) -> bool:
    """Whether a document has to be unpacked before an article can be read."""
    return document.content.startswith(GZIP) or _container(document.content, document.path) is not None


def _key(part: Part) -> str | None:
    """One line of characters that every file and table takes."""
    if part.key is None:
        return None
    shown = "".join(c if c.isprintable() else " " for c in part.key)
    return " ".join(shown.split()) or sha256(part.content).hexdigest()[:DIGITS]


def _names(parts: Sequence[Part]) -> Iterator[tuple[str, bool]]:
    """What comes behind the path of the file for each part, and whether the very same stood there before.

    Different parts under one key are told apart by their content; what is refused takes no name from an article.
    """
    keyed = [(_key(part), sha256(part.content).hexdigest()[:DIGITS]) for part in parts]
    articles: dict[str | None, set[str]] = defaultdict(set)
    refused: dict[str | None, set[str]] = defaultdict(set)
    for (key, digest), part in zip(keyed, parts, strict=True):
        (refused if part.refusal else articles)[key].add(digest)
    seen: Counter[tuple[str | None, str]] = Counter()
    taken: set[str] = set()
    for key, digest in keyed:
        is_alone = (articles[key] or refused[key]) == {digest}
        name = "" if key is None else f"#{key}" if is_alone else f"#{key}~{digest}"
        number = seen[key, digest] = seen[key, digest] + 1
        free = name if number == 1 else f"{name}~{number}"
        while free in taken:  # a key may look like one of these
            free += "~"
        taken.add(free)
        yield free, number > 1


def _opened(document: Document, parts: Sequence[Part]) -> Unpacked:
    documents, rejects = [], []
    for part, (name, is_repeated) in zip(parts, _names(parts), strict=True):
        digest = sha256(part.content).hexdigest() if name else document.sha256
        path = document.path + name
        if refusal := _REPEATED if is_repeated else part.refusal:
            rejects.append(Rejected(path, digest, len(part.content), "extract", *refusal.args))
        else:
            documents.append(Document(path, digest, part.content, part.envelope))
    return Unpacked(tuple(documents), tuple(rejects))


def _gunzipped(document: Document) -> tuple[bytes, str]:
    """The content, and the name that goes with it; out of one gzip, and not of another in it."""
    content, name = document.content, PurePosixPath(document.path).name
    if content.startswith(GZIP):
        content = Allowance(len(content)).gunzip(content)
        name = name[: -len(".gz")] if name.lower().endswith(".gz") else name
        if content.startswith(GZIP):
            raise Reject("nested", "It is compressed twice.", "Unpack it once, and put the result here.")
    return content, name


def unpack(document: Document, columns: Columns) -> Unpacked:
    """The documents in a packed one, and its records that are no articles. Raises `Reject` where any would be lost."""
    content, name = _gunzipped(document)
    container = _container(content, name)
    if container is None:
        suffix = PurePosixPath(name).suffix.lower() or ".txt"
        return Unpacked((Document(document.path, document.sha256, content, Envelope(suffix)),), ())
    try:
        parts = list(islice(container.parts(Packed(content, columns)), MOST_RECORDS + 1))
    except RecursionError as error:
        message = "Its parts are nested too deep."
        raise Reject("nested", message, "Take the article out of it, and put that here.") from error
    if len(parts) > MOST_RECORDS:
        hint = "Split it, or keep the records about one story."
        raise Reject("too_many", f"It holds more than {MOST_RECORDS:,} records.", hint)
    if not parts:
        raise Reject("empty", "There is no record in it.", "Check that the file is whole, and not an empty export.")
    return _opened(document, parts)
