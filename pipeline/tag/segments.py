"""Segments: the stretches of an article that are parsed as one document each.

A segment is a block, a cell of a table row, or a list item without its label: "The Ukraine crisis: Renewed hostilities"
is parsed as "Renewed hostilities", so that the colon misleads nobody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.dateline import opening_dateline
from pipeline.records import Block, BlockKind, Span

LONGEST_LABEL = 8  # words: "The collapse of the Soviet Union: Marked a turning point"

_LABEL = re.compile(r"(?P<label>[^:.?!\n]{2,90}?)\s?(?::|\s[–—])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Segment:
    block: int  # index into the kept blocks
    kind: BlockKind
    start: int
    end: int
    label: Span | None = None  # what stands before the colon, outside [start, end)
    is_label: bool = False  # parsed for its names only


def _item(i: int, block: Block, text: str) -> Iterator[Segment]:
    match = _LABEL.match(text, block.start, block.end)
    if not match or len(match["label"].split()) > LONGEST_LABEL:
        yield Segment(i, block.kind, block.start, block.end)
        return
    label = Span(*match.span("label"))
    yield Segment(i, block.kind, label.start, label.end, is_label=True)
    yield Segment(i, block.kind, match.end(), block.end, label)


def _paragraph(i: int, block: Block, text: str) -> Iterator[Segment]:
    """A paragraph; where and when a report was written is no part of what it says."""
    dateline = opening_dateline(text, block.start, block.end) if block.kind is BlockKind.PARAGRAPH else None
    if dateline:
        yield Segment(i, block.kind, block.start, dateline[0], is_label=True)
    yield Segment(i, block.kind, dateline[1] if dateline else block.start, block.end)


def segments(blocks: Sequence[Block], text: str) -> Iterator[Segment]:
    """The segments of an article's kept blocks, in order."""
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.TABLE_ROW:
            cells = (cell for cell in block.cells if block.start <= cell.start and cell.end <= block.end)
            yield from (Segment(i, block.kind, cell.start, cell.end) for cell in cells)
        elif block.kind is BlockKind.LIST_ITEM:
            yield from _item(i, block, text)
        else:
            yield from _paragraph(i, block, text)
