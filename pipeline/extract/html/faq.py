"""Questions and answers of a page, by its headings or by what it declares to search engines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.extract.html.dom import read
from pipeline.extract.html.tree import Node, nodes
from pipeline.extract.questions import join_questions
from pipeline.records import Block, BlockKind, Region, Span


def questions_of(page: Iterable[Node]) -> frozenset[str]:
    """The names of schema.org questions among the nodes of a page, each on one line."""
    questions = [node for node in page if node.get("itemtype").rstrip("/").endswith("schema.org/Question")]
    named = [next((inner for inner in nodes(node) if inner.get("itemprop") == "name"), None) for node in questions]
    return frozenset(" ".join(piece.text for piece in read(node)) for node in named if node)


def _join_declared(blocks: Sequence[Block], text: str, declared: frozenset[str]) -> Iterator[Block]:
    question: Span | None = None
    for block in blocks:
        if block.kind in {BlockKind.QUESTION, BlockKind.ANSWER}:
            question = None
        elif " ".join(text[block.start : block.end].split()) in declared:
            question = Span(block.start, block.end)
            yield replace(block, kind=BlockKind.QUESTION, level=0, lead=None)
            continue
        elif block.kind is BlockKind.HEADING:
            question = None
        elif question and block.kind is BlockKind.PARAGRAPH:
            yield replace(block, kind=BlockKind.ANSWER, lead=question)
            continue
        yield block


def _is_own(block: Block) -> bool:
    return block.kind is not BlockKind.FURNITURE and block.region in {Region.BODY, Region.TITLE}


def mark_questions(blocks: Sequence[Block], text: str, declared: frozenset[str]) -> tuple[Block, ...]:
    """`blocks` with the article's questions and answers marked; what is set apart from the article stays as it is.

    A question is one in a part headed "FAQ", or one of those that are `declared`, each on one line.
    """
    joined = _join_declared(list(join_questions(list(filter(_is_own, blocks)), text)), text, declared)
    return tuple(next(joined) if _is_own(block) else block for block in blocks)
