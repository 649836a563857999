"""One article read: its kept blocks go through the language model once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.dates import first_day
from pipeline.errors import Reject
from pipeline.records import Block, BlockKind, KeptText, Mention, Mood, Statement, Tags
from pipeline.tag.any_language import read_any_language
from pipeline.tag.article_names import name_article
from pipeline.tag.language_model import load_language_model
from pipeline.tag.packages import ENGLISH
from pipeline.tag.places import Places
from pipeline.tag.pronouns.people import persons_named
from pipeline.tag.quotations import with_speakers
from pipeline.tag.segments import Segment, segments
from pipeline.tag.splitting.rewording import Reworded, reword
from pipeline.tag.statements import Clause, find_clauses, last_sentences, read_statements
from pipeline.tag.terms import find_terms
from pipeline.tag.times import time_words
from pipeline.tag.values import find_values
from pipeline.tag.years import Calendar, day_published, day_told, last_year_told, year_of

BATCH = 64  # segments; larger gains no speed on a processor
_NO_STATEMENT = frozenset({BlockKind.HEADING, BlockKind.QUESTION})


def _rows(blocks: Sequence[Block], cells: Sequence[Statement]) -> Iterator[Statement]:
    """For each table row the sentences in its cells, or else the row as a whole."""
    for i, block in enumerate(blocks):
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
        predicate=cells[0].predicate if cells[0].subject else "",  # "Homes flooded", and not "Revenue"
        terms=tuple(term for cell in cells for term in cell.terms),
        names=tuple(name for cell in cells for name in cell.names),
        times=tuple(sorted({word for cell in cells for word in cell.times})),
        values=tuple(value for cell in cells for value in cell.values),
        negations=sum(cell.negations for cell in cells),
        depends=False,
    )


def _behind_label(statement: Statement, label: Doc | None, calendar: Calendar) -> Statement:
    """A statement with the words and dates of the label in front of it: "June 2023: the US stopped ..."."""
    if label is None or statement.label is None:
        return statement
    offset = statement.label.start
    dates = (
        replace(v, start=v.start + offset, end=v.end + offset)
        for v in find_values(label[:], calendar.year_of, calendar.published)
    )
    return replace(
        statement,
        terms=find_terms(label) + statement.terms,
        times=tuple(sorted({*time_words(label.text), *statement.times})),
        values=(*dates, *statement.values),
    )


def _clauses(docs: Sequence[tuple[Doc, Segment]], nlp: Language) -> Iterator[list[tuple[Clause, list[Reworded]]]]:
    """For each segment its clauses with the parts that each is cut into, parsed together over the article."""
    found, above = list[list[Clause]](), tuple[Span, ...]()
    for doc, segment in docs:
        told = not segment.is_label and segment.kind not in _NO_STATEMENT
        found.append(list(find_clauses(doc, segment.kind, above)) if told else [])
        above = last_sentences(doc, above) if segment.kind is BlockKind.PARAGRAPH else ()
    parts = iter(reword([clause.span for clauses in found for clause in clauses if clause.may_be_cut], nlp))
    for clauses in found:
        yield [(clause, next(parts) if clause.may_be_cut else []) for clause in clauses]


def _read(
    docs: Sequence[tuple[Doc, Segment]], text: str, published: str, nlp: Language
) -> tuple[list[Mention], list[Statement]]:
    """The mentions and statements of an article's segments, in offsets of its text."""
    mentions: list[Mention] = []
    statements: list[Statement] = []
    label: Doc | None = None
    told: int | None = None  # the year that the section told last
    ever: int | None = None  # and the article
    named = list(name_article(docs, text))
    people = persons_named([doc for doc, _ in docs], named)
    for (doc, segment), found, clauses in zip(docs, named, _clauses(docs, nlp), strict=True):
        known = Places(found)
        calendar = Calendar(year_of(told, ever, first_day(published)), day_published(published))
        mentions += [replace(m, start=m.start + segment.start, end=m.end + segment.start) for m in found]
        statements += [
            _behind_label(statement, label, calendar)
            for clause, parts in clauses
            for statement in read_statements(clause, parts, segment, known, people, calendar)
        ]
        label = doc if segment.is_label else None
        told = last_year_told(doc.text) or (None if segment.kind is BlockKind.HEADING else told)
        ever = told or ever
    return mentions, statements


def _parse(nlp: Language, stretches: Sequence[Segment | Block], text: str) -> list[Doc]:
    """Each stretch of a text as one document. Raises `Reject` for an endless one."""
    if (longest := max((s.end - s.start for s in stretches), default=0)) > nlp.max_length:
        what = f"One paragraph has {longest:,} characters; at most {nlp.max_length:,} can be read at once."
        raise Reject("paragraph_too_long", what, "Check the file: its line breaks may be lost. Then divide it.")
    return list(nlp.pipe((text[s.start : s.end] for s in stretches), batch_size=BATCH))


def read_text(read: KeptText, spacy_pipeline: str) -> Tags:
    """Mentions and statements of an article's text. Raises `Reject` for an endless paragraph.

    `spacy_pipeline` reads the article's language. All is read in English alone: see `any_language.py`.
    """
    nlp = load_language_model(spacy_pipeline)
    text, blocks = read.text, read.kept
    if nlp.lang != ENGLISH:
        return Tags(*read_any_language(_parse(nlp, blocks, text), blocks, nlp.lang or ""))
    stretches = list(segments(blocks, text))
    docs = list(zip(_parse(nlp, stretches, text), stretches, strict=True))
    datelines = (text[s.start : s.end] for s in stretches if s.is_label and s.kind is BlockKind.PARAGRAPH)
    mentions, statements = _read(docs, text, day_told(read.published, datelines), nlp)
    cells = [s for s in statements if blocks[s.block].kind is BlockKind.TABLE_ROW]
    others = [s for s in statements if blocks[s.block].kind is not BlockKind.TABLE_ROW]
    ordered = sorted([*others, *_rows(blocks, cells)], key=lambda s: (s.start, s.end))
    spoken = with_speakers(ordered, text, blocks)
    return Tags(tuple(sorted(mentions, key=lambda m: (m.start, -m.end))), tuple(spoken))
