"""One article tagged: its kept blocks go through the language model once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.dates import first_day
from pipeline.records import BlockKind, CleanArticle, Mention, Mood, Statement, TaggedArticle
from pipeline.tag.language_model import load_language_model
from pipeline.tag.mentions import find_mentions
from pipeline.tag.segments import Segment, segments
from pipeline.tag.statements import read_statements
from pipeline.tag.terms import find_terms

UNSUPPORTED = "lang_unsupported"  # the warning of an article in a language that the pipeline is not for
CELL_WORDS = 4
BATCH = 64  # segments; larger gains no speed on a processor
_NO_STATEMENT = frozenset({BlockKind.HEADING, BlockKind.QUESTION})


def _rows(clean: CleanArticle, cells: Sequence[Statement]) -> Iterator[Statement]:
    """For each table row the sentences in its cells, or else the row as a whole."""
    for i, block in enumerate(clean.kept):
        if block.kind is not BlockKind.TABLE_ROW:
            continue
        row = [cell for cell in cells if cell.block == i]
        if said := [cell for cell in row if cell.mood is Mood.STATEMENT]:
            yield from said
        elif row:
            yield _whole_row(row, block.start, block.end)


def _whole_row(cells: Sequence[Statement], start: int, end: int) -> Statement:
    return replace(
        cells[0],
        start=start,
        end=end,
        mood=Mood.FRAGMENT,
        terms=tuple(term for cell in cells for term in cell.terms),
        names=tuple(name for cell in cells for name in cell.names),
        times=tuple(sorted({word for cell in cells for word in cell.times})),
        values=tuple(value for cell in cells for value in cell.values),
        negations=sum(cell.negations for cell in cells),
        depends=False,
    )


def _read(doc: Doc, segment: Segment, year: int | None) -> tuple[list[Mention], list[Statement]]:
    """The mentions and statements of one segment, in offsets of the article's text."""
    # A label or a table's cell of few words is like a heading: only reviewed names are trusted in it.
    heading = segment.is_label or (segment.kind is BlockKind.TABLE_ROW and len(doc) <= CELL_WORDS)
    found = list(find_mentions(doc, BlockKind.HEADING if heading else segment.kind))
    silent = segment.is_label or segment.kind in _NO_STATEMENT
    statements = [] if silent else list(read_statements(doc, segment, found, year))
    return [replace(m, start=m.start + segment.start, end=m.end + segment.start) for m in found], statements


def tag_article(clean: CleanArticle, spacy_pipeline: str) -> TaggedArticle:
    """Mentions and statements of an article, in the order of its text."""
    if UNSUPPORTED in clean.article.warnings:
        return TaggedArticle(clean, (), ())
    nlp = load_language_model(spacy_pipeline)
    text = clean.article.text
    published = first_day(clean.article.metadata.published)
    stretches = list(segments(clean.kept, text))
    docs = nlp.pipe((text[s.start : s.end] for s in stretches), batch_size=BATCH)
    mentions: list[Mention] = []
    statements: list[Statement] = []
    label_terms: tuple[str, ...] = ()
    for doc, segment in zip(docs, stretches, strict=True):
        found, said = _read(doc, segment, published.year if published else None)
        mentions += found
        # A label's words belong to the statement behind the colon.
        statements += [replace(s, terms=label_terms + s.terms) if s.label else s for s in said]
        label_terms = find_terms(doc) if segment.is_label else ()
    cells = [s for s in statements if clean.kept[s.block].kind is BlockKind.TABLE_ROW]
    others = [s for s in statements if clean.kept[s.block].kind is not BlockKind.TABLE_ROW]
    ordered = sorted([*others, *_rows(clean, cells)], key=lambda s: (s.start, s.end))
    return TaggedArticle(clean, tuple(sorted(mentions, key=lambda m: m.start)), tuple(ordered))
