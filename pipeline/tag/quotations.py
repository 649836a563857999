"""Quotations: what stands between quotation marks, and whose words a sentence inside them is.

News names a speaker once: in “The bank knew. It did nothing,” she said. “Nobody asked.” all three sentences are hers. A
sentence gets the speaker of its own quotation, or of the one that it goes on with; where something else is told between
the two, it gets none.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.records import Attribution, Block, BlockKind, Span, Statement

REACH = 8  # statements before a quotation of which one may be the sentence around it, cut into parts

_MARK = re.compile(r"[“”\"]")
_OPENS = re.compile(r"^[^\"]*(?<!\S)\"(?=\S)")  # the first mark stands before a word
_SPEECH = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ANSWER})
_NOBODY = Attribution()
_UNNAMED = frozenset({"", "i", "we", "he", "she", "they", "it", "you"})


def quotations(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches between quotation marks, marks included; one that is left open goes on to the end.

    >>> [(span.start, span.end) for span in quotations("He said: “No. Never.” Then: “Yes", 0, 32)]
    [(9, 21), (28, 32)]
    """
    opened: int | None = None
    for match in _MARK.finditer(text, start, end):
        if opened is None:
            opened = match.start() if match[0] != "”" else None
        elif match[0] != "“":
            yield Span(opened, match.end())
            opened = None
    if opened is not None:
        yield Span(opened, end)


def inside(statement: Statement, span: Span) -> bool:
    """Whether all of a statement stands in a quotation."""
    return span.start <= statement.start and statement.end <= span.end


def closed(words: str) -> str:
    """Words of which a quotation mark at either end may be missing, with it.

    >>> closed("It did nothing,” she said."), closed("“The bank knew.")
    ('“It did nothing,” she said.', '“The bank knew.”')
    """
    missing = words.count("“") - words.count("”")
    if missing:
        return f"{words}”" if missing > 0 else f"“{words}"
    if words.count('"') % 2 == 0:
        return words
    return f'{words}"' if _OPENS.search(words) else f'"{words}'


def _starting(statements: Sequence[Statement], low: int, high: int, reach: int = 0) -> Sequence[Statement]:
    """Those that start in [low, high), and `reach` more before them."""
    first, last = (bisect_left(statements, at, key=lambda s: s.start) for at in (low, high))
    return statements[max(first - reach, 0) : last]


def _told_by(span: Span, statements: Sequence[Statement]) -> Attribution:
    """The speaker that a sentence around a quotation, or around a part of it, names."""
    around = (s for s in _starting(statements, span.start, span.end, REACH) if span.start < s.end)
    return next((s.attribution for s in around if s.attribution.source and not inside(s, span)), _NOBODY)


def _goes_on(before: Span, span: Span, statements: Sequence[Statement]) -> bool:
    """Whether nothing is told between two quotations but who speaks."""
    return all(s.end > span.start for s in _starting(statements, before.end, span.start))


def _is_closed(span: Span, text: str) -> bool:
    return span.end - span.start > 1 and text[span.end - 1] in {"”", '"'}


class _Speeches:
    """Reads the blocks of an article in order; a quotation may go on in the next one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._speaker, self._goes_on = _NOBODY, False

    def read(self, block: Block, statements: Sequence[Statement]) -> Iterator[Statement]:
        """The statements of a block, those inside a quotation with its speaker."""
        spans = list(quotations(self._text, block.start, block.end)) if block.kind in _SPEECH else []
        speakers = [
            self._speaker_of(spans[i], spans[i - 1] if i else None, block, statements) for i in range(len(spans))
        ]
        self._goes_on = bool(spans) and not _is_closed(spans[-1], self._text)
        for statement in statements:
            at = bisect_right(spans, statement.start, key=lambda span: span.start) - 1
            # "“She thinks it was lost,” a friend said": whom a speaker only calls "she" is none to cite
            named = statement.attribution.source.lower() not in _UNNAMED
            spoken = at >= 0 and inside(statement, spans[at]) and not (named or speakers[at] == _NOBODY)
            yield replace(statement, attribution=speakers[at]) if spoken else statement

    def _speaker_of(
        self, span: Span, before: Span | None, block: Block, statements: Sequence[Statement]
    ) -> Attribution:
        goes_on = _goes_on(before, span, statements) if before else self._goes_on and span.start == block.start
        told = _told_by(span, statements)
        self._speaker = told if told.source or not goes_on else self._speaker
        return self._speaker


def with_speakers(statements: Sequence[Statement], text: str, blocks: Sequence[Block]) -> list[Statement]:
    """The statements in order, those inside a quotation with its speaker, where the words around it name one."""
    own: dict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        own[statement.block].append(statement)
    speeches = _Speeches(text)
    return [statement for i, block in enumerate(blocks) for statement in speeches.read(block, own[i])]
