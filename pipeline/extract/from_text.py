r"""Plain text: the structure that a page had, read from lines alone.

A short line without a full stop is a heading, a bullet is a list item, lines under a header line are table rows, a
line that asks inside a FAQ is a question. Hard-wrapped lines are joined into one block. The text itself stays as it
is in the file, with newlines as "\n".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from pipeline.errors import Reject
from pipeline.extract import Extractor
from pipeline.extract.decoding import decode
from pipeline.extract.questions import announces_questions, join_questions
from pipeline.extract.text.bullets import ends_in_number
from pipeline.extract.text.byline import author_in, day_in, is_byline
from pipeline.extract.text.flattened_table import read_table
from pipeline.extract.text.line import lines_of
from pipeline.extract.text.paragraphs import is_wrapped, read_run
from pipeline.records import Article, Block, BlockKind, Document, Metadata, Region, Span

LONGEST_HEADING = 14  # words; the longest true heading in the development articles has 12
HEAD, FOOT = 5, 3  # blocks from either end within which a byline stands; in between "Author: ..." is about another work
MOST_DATES = 2  # lines that are only a date; more of them are a chronology

_YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:[–-]\d{2,4})?")  # the only heading without a letter
_SENTENCE_END = re.compile(r"(?<=[a-z\d)]{2})[.!?][”\"’)]*\s+(?=\S)")  # after "U.S. " none ends


def _is_heading(words: str) -> bool:
    if "\n" in words or len(words.split()) > LONGEST_HEADING or words[0].islower():
        return False
    if announces_questions(words) and not words.endswith("."):
        return True
    spoken = words[0] in "\"“«„'‘" and words[-1] in "\"”»“'’"  # a pull quote
    stops = words.rstrip("”\"»’')")[-1:] in ".,!;:…。"
    return not stops and not spoken and (any(map(str.isalpha, words)) or bool(_YEARS.fullmatch(words)))


def _bylines(blocks: list[Block], text: str) -> set[int]:
    """Which blocks are lines that say who wrote the article, and when."""
    short = [i for i, b in enumerate(blocks) if b.kind is BlockKind.PARAGRAPH and is_byline(text[b.start : b.end])]
    dated = [i for i in short if not author_in(text[blocks[i].start : blocks[i].end])]
    if len(dated) > MOST_DATES:
        short = [i for i in short if i not in dated]
    return {i for i in short if i < HEAD or i >= len(blocks) - FOOT}


def _with_headings(blocks: list[Block], text: str) -> Iterator[Block]:
    """Short lines become headings or bylines; the first heading, where nothing is told before it, is the title."""
    bylines = _bylines(blocks, text)
    told = False
    for i, block in enumerate(blocks):
        words = text[block.start : block.end]
        followed = blocks[i + 1].kind if i + 1 < len(blocks) else None
        # "2. The first limits" over a paragraph, and not among other items, heads a part of a numbered article.
        numbered = (
            block.kind is BlockKind.LIST_ITEM
            and followed is BlockKind.PARAGRAPH
            and ends_in_number(text[: block.start][-5:])
            and not (i and (blocks[i - 1].kind is BlockKind.LIST_ITEM or text[blocks[i - 1].end - 1] == ":"))
        )
        if i in bylines:
            yield replace(block, kind=BlockKind.BYLINE)
        elif (block.kind is BlockKind.PARAGRAPH or numbered) and followed and _is_heading(words):
            title = not told
            yield replace(
                block,
                kind=BlockKind.HEADING,
                level=1 if title else 2,
                region=Region.TITLE if title else Region.BODY,
            )
            told = True
        else:
            yield block
            told = True


def _with_leads(blocks: list[Block], text: str) -> Iterator[Block]:
    """List items point to the sentence ending in a colon that introduces them."""
    lead: Span | None = None
    for block in blocks:
        if block.kind is BlockKind.LIST_ITEM:
            yield replace(block, lead=lead)
            continue
        words = text[block.start : block.end]
        lead = None
        if block.kind is BlockKind.PARAGRAPH and words.endswith(":"):
            ends = [match.end() for match in _SENTENCE_END.finditer(words)]
            lead = Span(block.start + (ends[-1] if ends else 0), block.end)
        yield block


def read_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order and without overlap; each span starts and ends with a visible character."""
    lines = list(lines_of(text))
    wrapped = is_wrapped(lines)
    blocks: list[Block] = []
    for empty, group in groupby(lines, key=lambda line: not line.words):
        if not empty:
            run = list(group)
            blocks.extend(read_table(run, text) or read_run(run, wrapped=wrapped))
    blocks = list(_with_headings(blocks, text))
    return tuple(join_questions(list(_with_leads(blocks, text)), text))


def _metadata(blocks: tuple[Block, ...], text: str) -> Metadata:
    title = next((text[b.start : b.end] for b in blocks if b.region is Region.TITLE), "")
    bylines = [text[b.start : b.end] for b in blocks if b.kind is BlockKind.BYLINE]
    author = next(filter(None, map(author_in, bylines)), "")
    published = next(filter(None, map(day_in, bylines)), "")
    return Metadata(title=title, author=author, published=published)


def extract_text(document: Document) -> Article:
    """Raises `Reject` for an empty, binary or undecodable file."""
    text, encoding = decode(document.content, document.envelope.charset)
    if not any(character.isalpha() for character in text):
        raise Reject(
            "no_text", "There are no words in it.", "Check that the file is the article, and not an empty export."
        )
    blocks = read_blocks(text)
    return Article(
        article_id="",
        path=document.path,
        format="text",
        sha256=document.sha256,
        encoding=encoding,
        metadata=_metadata(blocks, text),
        text=text,
        blocks=blocks,
    )


EXTRACTOR = Extractor("text", (".txt", ".text"), lambda _: False, extract_text)
