"""What is fuzzed: every extractor, every container and the cleaning rules, each with what must hold for any bytes.

A target takes bytes. It may refuse them with `Reject`; anything else that it raises, and any span that does not lie in
its text, is a finding.
"""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

from pipeline.clean.articles import clean_articles
from pipeline.errors import Reject
from pipeline.extract import Extractor, extractors
from pipeline.extract.articles import extract_article
from pipeline.extract.unpack import Container, containers
from pipeline.extract.unpack.opening import is_packed, unpack
from pipeline.records import Article, Block, BlockKind, Document
from pipeline.settings import USUAL_COLUMNS

PROJECT = Path(__file__).parents[1]
_SAMPLES = ("raw", "tests/extract/samples", "tests/extract/unpack/samples")

Target = Callable[[bytes], None]


def check(article: Article) -> None:
    """Raises `AssertionError` if a span of the article is not sound, or if a writer could not write it."""
    assert article.text.encode()
    for block in article.blocks:
        words = article.text[block.start : block.end]
        assert words, block
        assert words == words.strip(), block
        for cell in block.cells:
            assert block.start <= cell.start < cell.end <= block.end, block
    assert all(one.end <= other.start for one, other in pairwise(article.blocks))
    assert all(value.encode() or not value for value in article.metadata.__getstate__())  # type: ignore[attr-defined]  # slots


def _extract(extractor: Extractor, content: bytes) -> None:
    if extractor.recognises(content) or extractor.format in {"text", "markdown"}:
        try:
            check(extract_article((Document(f"a{extractor.suffixes[0]}", "", content), None)))
        except Reject:
            return


def _unpack(container: Container, content: bytes) -> None:
    document = Document(f"a{container.suffixes[0]}", "", content)
    if not is_packed(document):
        return
    try:
        inside = unpack(document, USUAL_COLUMNS)
    except Reject:
        return
    paths = [found.path for found in (*inside.documents, *inside.rejects)]
    assert 0 < len(set(paths)) == len(paths), paths
    for found in inside.documents[:5]:
        try:
            check(extract_article((found, None)))
        except Reject:
            continue


def _clean(content: bytes) -> None:
    """Text in blocks of every kind, line by line, under every cleaning rule, beside a copy of itself."""
    text = content.decode("utf-8", "replace").replace("\r", "\n")
    kinds, blocks, at = list(BlockKind), [], 0
    for i, line in enumerate(text.split("\n")):
        if words := line.strip():
            start = at + line.index(words)
            kind = kinds[(i + len(words)) % len(kinds)]
            blocks.append(Block(kind, start, start + len(words), level=int(kind is BlockKind.HEADING)))
        at += len(line) + 1
    article = extract_article((Document("a.txt", "", b"It rained."), None))
    made = [Article(name, name, "text", "", "utf-8", article.metadata, text, tuple(blocks)) for name in ("a", "b")]
    for clean in clean_articles(made):
        spans = [*clean.kept, *clean.drops]
        covered = sum(span.end - span.start for span in spans)
        assert covered <= len(text), spans
        assert all(one.end <= other.start for one, other in pairwise(clean.kept))


def targets() -> dict[str, Target]:
    """Every target by its name."""
    found: dict[str, Target] = {extractor.format: partial(_extract, extractor) for extractor in extractors()}
    found |= {container.suffixes[0][1:]: partial(_unpack, container) for container in containers()}
    return found | {"clean": _clean}


def seeds(name: str) -> list[bytes]:
    """Sound files to begin with: those of the target's own format, or texts."""
    known: dict[str, tuple[str, ...]] = {extractor.format: extractor.suffixes for extractor in extractors()}
    known |= {container.suffixes[0][1:]: container.suffixes for container in containers()}
    suffixes = known.get(name, (".txt",))
    files = [path for folder in _SAMPLES for path in sorted((PROJECT / folder).iterdir()) if path.suffix in suffixes]
    return [path.read_bytes() for path in files]
