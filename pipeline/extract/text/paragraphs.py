"""Lines without an empty one between them: which belong together as a paragraph or as an item of a list."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.questions import is_turn
from pipeline.extract.text.bullets import bullet_length, is_sure
from pipeline.extract.text.byline import is_byline
from pipeline.extract.text.line import Line
from pipeline.records import Block, BlockKind

NARROWEST_WRAP = 40  # characters; a narrower column is a list of short lines
WIDEST_WRAP = 120  # nobody hard-wraps wider, and real one-line paragraphs are longer

_STOPS = (".", "!", "?", ":", ";", "…", "。")


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the text may be hard-wrapped: where most of it stands in long lines, each line is a paragraph."""
    sizes = [len(line.text) for line in lines]
    return sum(size for size in sizes if size > WIDEST_WRAP) < sum(sizes) / 2


def _continues(line: Line, before: Line, width: int) -> bool:
    """Whether the break before `line` is only where the editor ran out of room; 0 wide is never."""
    if line.text == before.text or is_turn(line.text) or is_byline(line.text) or is_byline(before.text):
        return False
    if line.words[0][0].islower() and not before.text.endswith(_STOPS):
        return True
    return NARROWEST_WRAP <= width <= WIDEST_WRAP and len(before.text) + 1 + len(line.words[0]) > width


def _bullets(lines: Sequence[Line]) -> list[int]:
    """The length of each line's bullet; a lone dash or number inside a sentence is none, it only stands first."""
    lengths = [bullet_length(line.text) for line in lines]
    marked = [i for i, length in enumerate(lengths) if length]
    if len(marked) == 1 and (i := marked[0]) and not is_sure(lines[i].text) and not lines[i - 1].text.endswith(_STOPS):
        lengths[i] = 0
    return lengths


def read_run(lines: Sequence[Line], *, wrapped: bool) -> Iterator[Block]:
    """The paragraphs and list items of the lines; a bullet stays outside its item."""
    told = all(line.text.endswith(_STOPS) for line in lines)  # a sentence or more a line, as nobody wraps
    width = max(len(line.text) for line in lines) if wrapped and not told else 0
    bullets = _bullets(lines)
    block, first = None, 0
    for i, (line, bullet) in enumerate(zip(lines, bullets, strict=True)):
        if block and not bullet:
            asked = i - 1 == first and lines[first].text.endswith("?")  # a question over its answer
            hangs = block.kind is BlockKind.LIST_ITEM and line.indent > lines[first].indent
            if hangs or (not asked and _continues(line, lines[i - 1], width)):
                block = replace(block, end=line.end)
                continue
        if block:
            yield block
        kind = BlockKind.LIST_ITEM if bullet else BlockKind.PARAGRAPH
        block, first = Block(kind, line.start + bullet, line.end), i
    if block:
        yield block
