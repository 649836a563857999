"""Blocks as one line each, so that cases can be tables: "heading 1 @title: Words", "list_item: Words <- The lead-in:".

"paragraph ~fr: Words" is in another language than its article. A line without a kind is a paragraph, a heading without
a level has level 2. The cells of a `table_row` or `table_header` are parted by " | ". After " <- " stand
the words of the lead-in or question, or a row's headers.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.records import Article, Block, BlockKind, Metadata, Region, Span

_HEADER = "table_header"
_CELLS = " | "
_LINE = re.compile(
    rf"(?:(?P<kind>{'|'.join([*BlockKind, _HEADER])})(?: (?P<level>[1-6]))?(?: @(?P<region>{'|'.join(Region)}))?"
    r"(?: ~(?P<language>[a-z]{2}))?: )?"
    r"(?P<words>.*?)(?: <- (?P<after>.*))?",
    re.DOTALL,
)


def _cells(words: str, start: int) -> tuple[Span, ...]:
    spans, at = [], start
    for cell in words.split(_CELLS):
        spans.append(Span(at, at + len(cell)))
        at += len(cell) + len(_CELLS)
    return tuple(spans)


def lay_out(lines: Sequence[str]) -> tuple[str, tuple[Block, ...]]:
    """A text with an empty line between blocks, and the blocks."""
    text, blocks = "", []
    for line in lines:
        match = _LINE.fullmatch(line)
        assert match, line
        kind, words = match["kind"] or "paragraph", match["words"]
        text += "\n\n" if text else ""
        start = len(text)
        at = text.rindex(match["after"]) if match["after"] else 0
        block = Block(
            BlockKind.TABLE_ROW if kind == _HEADER else BlockKind(kind),
            start,
            start + len(words),
            level=int(match["level"] or 2) if kind == "heading" else 0,
            region=Region(match["region"] or "body"),
            is_header=kind == _HEADER,
            language=match["language"] or "",
        )
        if block.kind is BlockKind.TABLE_ROW:
            headers = _cells(match["after"], at) if match["after"] else ()
            block = replace(block, cells=_cells(words, start), headers=headers)
        elif match["after"]:
            block = replace(block, lead=Span(at, at + len(match["after"])))
        text += words
        blocks.append(block)
    return text, tuple(blocks)


def show(block: Block, text: str) -> str:
    """The line for a block; runs of white space are one space."""

    def quote(*spans: Span | Block) -> str:
        return _CELLS.join(" ".join(text[span.start : span.end].split()) for span in spans)

    kind = _HEADER if block.is_header else block.kind.value
    level = f" {block.level}" if block.kind is BlockKind.HEADING and block.level != 2 else ""
    region = f" @{block.region.value}" if block.region is not Region.BODY else ""
    words = quote(*block.cells) if block.cells else quote(block)
    after = quote(*block.headers) or (quote(block.lead) if block.lead else "")
    language = f" ~{block.language}" if block.language else ""
    what = f"{kind}{level}{region}{language}: ".removeprefix("paragraph: ")
    return f"{what}{words}" + (f" <- {after}" if after else "")


def article_of(lines: Sequence[str], *, article_id: str = "a", title: str = "") -> Article:
    text, blocks = lay_out(lines)
    return Article(article_id, f"{article_id}.txt", "text", "", "utf-8", Metadata(title=title), text, blocks)
