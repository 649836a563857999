"""One document to one article: which format it is, what it is called, what sources.csv and its envelope add."""

import re
from dataclasses import fields, replace
from hashlib import sha256
from pathlib import PurePosixPath

from pipeline.errors import Reject
from pipeline.extract import Extractor, extractors
from pipeline.extract.invisible import invisible_in
from pipeline.extract.language import detect_language, other_language, settle
from pipeline.extract.unpack import containers
from pipeline.records import Article, Block, BlockKind, Document, Metadata, SourceNote

MISDECLARED = "declared_language"  # the warning where an article says that it is in another language than it is
MOST_TEXT = 5_000_000  # characters; the longest novels have 3 to 4 million, and no article has a tenth of it
_NO_PROSE = frozenset({BlockKind.FURNITURE, BlockKind.TABLE_ROW})
LONGEST_SLUG = 80  # characters; longer file names are refused by some systems

_PLAIN_PATH = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]{1,5}")  # never as if it ended in one of the hashes below
_HALVES = re.compile("[\ud800-\udfff]")
_ENDING = re.compile(r"\.\w{1,8}$")  # not that of "The U.S. and Russia"


def article_id(path: str) -> str:
    """A readable slug of the path that no other path can get, whatever else lies in the folder.

    A plain path is its own slug; one that loses something on the way (folders, capitals, spaces) carries a hash.

    >>> article_id("new-start.html")
    'new-start-html'
    >>> article_id("2021/New START.html")
    '2021-new-start-html-0e5122'
    """
    slug = re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-") or "article"
    is_long = len(slug) > LONGEST_SLUG
    if _PLAIN_PATH.fullmatch(path) and not is_long:
        return slug
    # What is cut off is often all that tells the files of a folder apart, so that the hash has to.
    return f"{slug[:LONGEST_SLUG]}-{sha256(path.encode()).hexdigest()[: 12 if is_long else 6]}"


def _extractor(document: Document) -> Extractor:
    """The bytes decide; where they do not, the name does, and a name without an ending is plain text."""
    content = document.content
    if sniffed := next((extractor for extractor in extractors() if extractor.recognises(content)), None):
        return sniffed
    ending = _ENDING.search(PurePosixPath(document.path).name)
    suffix = document.envelope.ending or (ending[0].lower() if ending else ".txt")
    if named := next((extractor for extractor in extractors() if suffix in extractor.suffixes), None):
        return named
    read = [suffix for extractor in extractors() for suffix in extractor.suffixes]
    read += [suffix for container in containers() for suffix in container.suffixes]
    raise Reject("unknown_format", f"{suffix} is not a format that is read here.", f"Save it as {', '.join(read)}.")


def _whole(text: str) -> str:
    """The text with U+FFFD for every half of a character: JSON and YAML can say one, and no file can hold it."""
    return _HALVES.sub("\ufffd", text)


def _surest(*said: Metadata) -> Metadata:
    """Field by field, the first that is not silent."""
    found = {field.name: [getattr(one, field.name) for one in said] for field in fields(Metadata)}
    return Metadata(**{name: _whole(next(filter(None, values), "")) for name, values in found.items()})


def _with_language(article: Article) -> Article:
    """The article in the language that its words show, with what of it is in another, and a word where it errs."""

    def words(block: Block) -> str:
        return article.text[block.start : block.end]

    declared = article.metadata.language
    prose = "\n".join(words(block) for block in article.blocks if block.kind is not BlockKind.FURNITURE)
    language, errs = settle(detect_language(prose), declared)
    foreign = [other_language(words(b), language) if b.kind not in _NO_PROSE else "" for b in article.blocks]
    return replace(
        article,
        metadata=replace(article.metadata, language=language),
        blocks=tuple(replace(b, language=code) for b, code in zip(article.blocks, foreign, strict=True)),
        warnings=article.warnings + ((f"{MISDECLARED}:{declared}",) if errs else ()),
    )


def extract_article(item: tuple[Document, SourceNote | None], extraction: str = "best") -> Article:
    """The article in a document. What `sources.csv` says of it wins, then the file around it. Raises `Reject`.

    `extraction` is `best`, or `fast` for formats that have a quicker and less careful way.
    """
    document, note = item
    extractor = _extractor(document)
    read = extractor.fast if extraction == "fast" and extractor.fast else extractor.extract
    article = read(document)
    article = replace(article, text=_whole(article.text), warnings=article.warnings + invisible_in(article.text))
    if len(article.text) > MOST_TEXT:
        what = f"Its text has {len(article.text):,} characters; at most {MOST_TEXT:,} are read."
        raise Reject("too_long", what, "Divide it into its articles or chapters.")
    noted = Metadata(site=note.publisher, published=note.published, url=note.url) if note else Metadata()
    metadata = _surest(noted, document.envelope.stated, article.metadata, document.envelope.assumed)
    identity = article_id(document.path)
    return _with_language(
        replace(article, article_id=identity, metadata=metadata, declared_origin=note.origin if note else "")
    )
