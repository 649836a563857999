"""Plain text: the structure that a page had, read from lines alone.

A short line without a full stop is a heading, a bullet is a list item, lines under a header line are table rows, a
line that asks inside a FAQ is a question. Hard-wrapped lines are joined into one block. The text itself stays as it
is in the file, with newlines as "\\n".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from pipeline.dates import find_dates, iso
from pipeline.errors import Reject
from pipeline.extract import Extractor
from pipeline.extract.decoding import decode
from pipeline.extract.flattened_table import read_table
from pipeline.extract.line import Line, lines_of
from pipeline.extract.questions import join_questions
from pipeline.records import Article, Block, BlockKind, Document, Metadata, Region, Span

LONGEST_HEADING = 14  # words; the longest true heading in the development articles has 12
WIDEST_WRAP = 120  # characters; nobody hard-wraps wider, and real one-line paragraphs are longer
LONGEST_BYLINE = 10  # words

_BULLET = re.compile(r"(?:[•●◦▪‣⁃∙·*+–—-]|\(?\d{1,2}[.)]|\(?[a-z][)])[ \t\u00a0]+(?=\S)")
_BYLINE = re.compile(r"(?:by|von|por|par|author|autor|written by|published|updated|posted)\b[: ]", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:written by|by|author|autor)\b[: ]\s*(?P<name>[A-Z][\w.'’-]+(?: [\w.'’-]+){1,4})", re.IGNORECASE)


def _wraps(line: Line, following: Line, width: int) -> bool:
    """Whether the break between two lines is only where the editor ran out of room."""
    if following.words[0][:1].islower():
        return True
    return width <= WIDEST_WRAP and len(line.text) + 1 + len(following.words[0]) > width


def _list_items(lines: list[Line]) -> Iterator[Block]:
    """Each bullet with the lines that hang under it; the bullet itself stays outside the block."""
    start = end = -1
    for line in lines:
        bullet = _BULLET.match(line.text)
        if bullet and start >= 0:
            yield Block(BlockKind.LIST_ITEM, start, end)
        if bullet:
            start = line.start + bullet.end()
        end = line.end
    yield Block(BlockKind.LIST_ITEM, start, end)


def _paragraphs(lines: list[Line]) -> Iterator[Block]:
    """Consecutive lines joined where they were wrapped."""
    width = max(len(line.text) for line in lines)
    start = lines[0].start
    for line, following in pairwise(lines):
        if not _wraps(line, following, width):
            yield Block(BlockKind.PARAGRAPH, start, line.end)
            start = following.start
    yield Block(BlockKind.PARAGRAPH, start, lines[-1].end)


def _blocks_of_group(lines: list[Line], text: str) -> Iterator[Block]:
    """What one run of lines without an empty one between them holds."""
    if rows := read_table(lines, text):
        yield from rows
        return
    first_bullet = next((i for i, line in enumerate(lines) if _BULLET.match(line.text)), len(lines))
    if first_bullet:
        yield from _paragraphs(lines[:first_bullet])
    if first_bullet < len(lines):
        yield from _list_items(lines[first_bullet:])


def _is_heading(words: str) -> bool:
    return (
        len(words.split()) <= LONGEST_HEADING
        and "\n" not in words
        and not words.endswith((".", "!", ";", ",", ":", "…", "”", '"'))
        and any(character.isalpha() for character in words)
        and not words[0].islower()
    )


def _is_byline(words: str) -> bool:
    if len(words.split()) > LONGEST_BYLINE or words.endswith((".", "?", "!")):
        return False
    if _BYLINE.match(words) and (_AUTHOR.match(words) or any(find_dates(words))):
        return True
    dates = list(find_dates(words))
    return bool(dates) and len(words) - (dates[0].end - dates[0].start) <= len("Published on: ")


def _with_headings(blocks: list[Block], text: str) -> Iterator[Block]:
    """Short lines become headings or bylines; the first of all, where it is one, is the title."""
    for i, block in enumerate(blocks):
        words = text[block.start : block.end]
        if block.kind is not BlockKind.PARAGRAPH:
            yield block
        elif _is_byline(words):
            yield replace(block, kind=BlockKind.BYLINE)
        elif _is_heading(words) and i + 1 < len(blocks):
            title = i == 0
            yield replace(block, kind=BlockKind.HEADING, level=1 if title else 2, region=Region.TITLE if title else Region.BODY)
        else:
            yield block


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
            sentence = max(words.rfind(stop, 0, -1) for stop in (". ", "! ", "? ", ".\n")) + 1
            lead = Span(block.start + sentence + (len(words[sentence:]) - len(words[sentence:].lstrip())), block.end)
        yield block


def read_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order and without overlap; each span starts and ends with a visible character."""
    blocks: list[Block] = []
    for empty, group in groupby(lines_of(text), key=lambda line: not line.words):
        if not empty:
            blocks.extend(_blocks_of_group(list(group), text))
    blocks = list(_with_headings(blocks, text))
    return tuple(join_questions(list(_with_leads(blocks, text)), text))


def _metadata(blocks: tuple[Block, ...], text: str) -> Metadata:
    title = next((text[b.start : b.end] for b in blocks if b.region is Region.TITLE), "")
    bylines = [text[b.start : b.end] for b in blocks if b.kind is BlockKind.BYLINE]
    authors = [match["name"] for line in bylines if (match := _AUTHOR.match(line))]
    published = [iso(written) for line in bylines for written in find_dates(line) if written.precision == "day"]
    return Metadata(title=title, author=authors[0] if authors else "", published=published[0] if published else "")


def extract_text(document: Document) -> Article:
    """Raises `Reject` for an empty, binary or undecodable file."""
    text, encoding = decode(document.content)
    blocks = read_blocks(text)
    if not any(character.isalpha() for character in text):
        raise Reject("no_text", "There are no words in it.", "Check that the file is the article, and not an empty export.")
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
