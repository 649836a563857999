"""One article tagged: its kept blocks go through the language model once."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language

from pipeline.dates import first_day
from pipeline.records import Block, BlockKind, CleanArticle, Mention, Mood, Statement, TaggedArticle
from pipeline.tag.language_model import load_language_model
from pipeline.tag.mentions import find_mentions
from pipeline.tag.statements import Unit, fragment, read_statements

_NO_STATEMENT = frozenset({BlockKind.HEADING, BlockKind.QUESTION})


def _units(blocks: tuple[Block, ...]) -> Iterator[Unit]:
    """What is parsed as one document: a block, or each cell of a table row."""
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.TABLE_ROW:
            cells = [cell for cell in block.cells if block.start <= cell.start and cell.end <= block.end]
            yield from (Unit(i, block.kind, cell.start, cell.end) for cell in cells)
        else:
            yield Unit(i, block.kind, block.start, block.end)


def _table_rows(clean: CleanArticle, statements: list[Statement], nlp: Language, year: int | None) -> Iterator[Statement]:
    """For each row the sentence in its cells, or else the row as a whole."""
    for i, block in enumerate(clean.kept):
        if block.kind is BlockKind.TABLE_ROW:
            said = [s for s in statements if s.block == i and s.mood is Mood.STATEMENT]
            if said:
                yield from said
            else:
                words = clean.article.text[block.start : block.end]
                yield fragment(Unit(i, block.kind, block.start, block.end), nlp.make_doc(words) if not words else nlp(words), year)


def tag_article(clean: CleanArticle, spacy_pipeline: str) -> TaggedArticle:
    """Mentions and statements of an article, in the order of its text."""
    nlp = load_language_model(spacy_pipeline)
    text = clean.article.text
    published = first_day(clean.article.metadata.published)
    year = published.year if published else None
    units = list(_units(clean.kept))
    mentions: list[Mention] = []
    statements: list[Statement] = []
    for doc, unit in zip(nlp.pipe((text[unit.start : unit.end] for unit in units), batch_size=64), units, strict=True):
        mentions += [replace(m, start=m.start + unit.start, end=m.end + unit.start) for m in find_mentions(doc, unit.kind)]
        if unit.kind not in _NO_STATEMENT:
            statements += read_statements(doc, unit, year)
    rows = {i for i, block in enumerate(clean.kept) if block.kind is BlockKind.TABLE_ROW}
    statements = [s for s in statements if s.block not in rows] + list(_table_rows(clean, statements, nlp, year))
    return TaggedArticle(clean, tuple(mentions), tuple(sorted(statements, key=lambda s: (s.start, s.end))))
