"""Questions and their answers: in a part of the article that says it has them, or marked "Q:" and "A:"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.records import Block, BlockKind, Span

_NAME = (
    r"(?:FAQ(?:['’]?s)?|frequently asked questions|perguntas frequentes|preguntas frecuentes|questions fréquentes"
    r"|foire aux questions|häufig(?:e|\sgestellte)\sfragen)"
)
_LOOSE_NAME = (
    r"(?:Q\s?(?:&|and)\s?As?|common questions|questions (?:and|&) answers"
    r"|(?:your|reader|readers['’]) questions,? answered)"
)
_ABOUT = r"(?=\W*$|\s*[:(–—-]|\s(?:about|on|for|from|with|regarding|sobre|zu|zum|zur|über|sur|acerca)\b)"
# The loose names are also ordinary words, "Minister faces questions and answers critics": they open a heading.
_FAQ = re.compile(rf"\b{_NAME}{_ABOUT}|(?:^|[:|–—-]\s*){_LOOSE_NAME}{_ABOUT}", re.IGNORECASE)
_LONGEST_QUESTION = 30  # words
_LONGEST_HEADING = 14  # words

_SENTENCE = re.compile(r"[a-z\d)]{2}[.!] ")  # before a question; "the U.S. Senate" is none
_TURN = re.compile(r"(?P<side>[QA]|Question|Answer)\s?\d{0,2}\s?:\s+(?=\S)")


def announces_questions(heading: str) -> bool:
    """Whether a heading such as "FAQ" opens a part of questions and answers."""
    return len(heading.split()) <= _LONGEST_HEADING and bool(_FAQ.search(heading))


def is_turn(line: str) -> bool:
    """Whether a line is marked as a question or an answer: "Q: ...", "A: ..."."""
    return bool(_TURN.match(line))


def _asks(words: str) -> bool:
    told = "\n" in words or _SENTENCE.search(words)
    return words.endswith("?") and not told and len(words.split()) <= _LONGEST_QUESTION


def join_questions(blocks: list[Block], text: str) -> Iterator[Block]:
    """The blocks, one for one, with questions and answers marked; an answer's `lead` is its question.

    A heading that does not ask ends a FAQ. The marks "Q:" and "A:" stay outside their blocks.
    """
    inside, question = False, None
    for block in blocks:
        words = text[block.start : block.end]
        turn = _TURN.match(words) if block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH} else None
        start = block.start + (turn.end() if turn else 0)
        if block.kind in {BlockKind.QUESTION, BlockKind.ANSWER}:  # the markup says so, and where the answer ends
            question = None
            yield block
        elif turn and turn["side"][0] == "Q":
            question = Span(start, block.end)
            yield replace(block, kind=BlockKind.QUESTION, start=start, level=0)
        elif turn and question:
            yield replace(block, kind=BlockKind.ANSWER, start=start, level=0, lead=question)
        elif block.kind is BlockKind.HEADING and (not words.endswith("?") or announces_questions(words)):
            inside, question = announces_questions(words), None
            yield block
        elif inside and _asks(words):
            question = Span(block.start, block.end)
            yield replace(block, kind=BlockKind.QUESTION, level=0)
        elif inside and question and block.kind is BlockKind.PARAGRAPH:
            yield replace(block, kind=BlockKind.ANSWER, lead=question)
        else:
            yield block
