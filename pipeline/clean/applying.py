"""Rules applied to one article, each to what the ones before it left."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.clean.collection import ALONE, Collection
from pipeline.clean.rule import Page, Rule
from pipeline.records import Article, Block, Drop, Span


def _joined(gone: Sequence[Span | Block]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(gone, key=lambda span: (span.start, span.end)):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(Span(span.start, span.end))
    return joined


def _without(blocks: Sequence[Block], gone: Sequence[Span | Block], text: str) -> Iterator[Block]:
    """The blocks less the spans: whole, trimmed, or split where a span lies inside."""
    spans = _joined(gone)
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    for block in blocks:
        # Looked up, because a page may have a hundred thousand blocks, and each be dropped.
        inside = spans[bisect_right(ends, block.start) : bisect_left(starts, block.end)]
        if not inside:
            yield block
            continue
        if inside[0].start <= block.start and block.end <= inside[0].end:  # as most that are dropped
            continue
        start = block.start
        for span in inside:
            yield from _trimmed(block, start, span.start, text)
            start = span.end
        yield from _trimmed(block, start, block.end, text)


def _trimmed(block: Block, start: int, end: int, text: str) -> Iterator[Block]:
    words = text[start:end]
    if stripped := words.strip():
        begin = start + words.find(stripped)
        yield replace(block, start=begin, end=begin + len(stripped))


def applied(
    rules: Sequence[Rule], article: Article, others: Collection = ALONE
) -> tuple[list[Drop], tuple[Block, ...]]:
    """What each rule takes out, and the blocks that stay."""
    drops: list[Drop] = []
    blocks = article.blocks
    for rule in rules:
        if gone := list(rule.find(Page(article, blocks, others))):
            reason = rule.reason
            drops += [Drop(span.start, span.end, rule.name, reason) for span in gone]
            blocks = tuple(_without(blocks, gone, article.text))
    return drops, blocks
