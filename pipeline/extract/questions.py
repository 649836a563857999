"""Questions and their answers, in a part of the article that says it has them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.records import Block, BlockKind, Span

_FAQ = re.compile(
    r"\bFAQs?\b|frequently asked questions|common questions|questions and answers|\bQ\s?&\s?A\b"
    r"|perguntas frequentes|preguntas frecuentes|questions fréquentes|foire aux questions|häufig(?:e|\sgestellte)\sfragen",
    re.IGNORECASE,
)
_LONGEST_QUESTION = 30  # words


def announces_questions(heading: str) -> bool:
    """Whether a heading such as "FAQ" opens a part of questions and answers."""
    return bool(_FAQ.search(heading))


def _asks(words: str) -> bool:
    return words.endswith("?") and "\n" not in words and len(words.split()) <= _LONGEST_QUESTION


def join_questions(blocks: list[Block], text: str) -> Iterator[Block]:
    """The blocks, with questions and answers marked inside a FAQ; an answer's `lead` is its question.

    A heading that does not ask ends the FAQ.
    """
    inside, question = False, None
    for block in blocks:
        words = text[block.start : block.end]
        if block.kind is BlockKind.HEADING and not words.endswith("?"):
            inside, question = announces_questions(words), None
        elif inside and _asks(words):
            question = Span(block.start, block.end)
            yield replace(block, kind=BlockKind.QUESTION, level=0)
            continue
        elif inside and question and block.kind is BlockKind.PARAGRAPH:
            yield replace(block, kind=BlockKind.ANSWER, lead=question)
            continue
        yield block
