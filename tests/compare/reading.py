"""Sentences read into claims and pairs by the real stages: where the tests of this folder and bench/verdicts.py begin."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.compare.alignment import Background
from pipeline.compare.claims import make_claims
from pipeline.compare.comparison import pair_of, vectors_of
from pipeline.compare.relation import Verdict, judge
from pipeline.compare.rule import Pair
from pipeline.records import Article, Block, BlockKind, Claim, CleanArticle, Metadata, Relation, Span, TaggedArticle
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.tag.articles import tag_article
from pipeline.tag.entities import resolve_entities
from pipeline.workers import Runner

GAP = "\n\n"  # between blocks
CELL_GAP = " | "
STRENGTH = {Relation.CONFLICT: 3, Relation.AGREE: 2, Relation.DIFFER: 1, None: 0}


@contextmanager
def runner_here() -> Iterator[Runner]:
    """A runner of default settings that works in this process, with a store that goes away."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        yield Runner(Settings(), store, here=True)


def _span(words: str, text: str) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))


def _block(row: Mapping[str, Any], text: str) -> tuple[str, Block]:
    """The words of a block and the block, where `text` is what stands before it.

    `row` has `text` or `cells`; `kind`, a paragraph without it; `lead` and `headers` by the words that they repeat.
    """
    words: str = row.get("text") or CELL_GAP.join(row["cells"])
    start = len(text)
    whole = text + words
    cells: list[Span] = []
    for cell in row.get("cells", ()):
        begin = whole.index(cell, cells[-1].end if cells else start)
        cells.append(Span(begin, begin + len(cell)))
    return words, Block(
        BlockKind(row.get("kind", "table_row" if cells else "paragraph")),
        start,
        start + len(words),
        level=row.get("level", 0),
        lead=_span(row["lead"], text) if "lead" in row else None,
        cells=tuple(cells),
        headers=tuple(_span(header, text) for header in row.get("headers", ())),
    )


def article(
    name: str, blocks: str | Sequence[str | Mapping[str, Any]], *, origin: str = "", **metadata: str
) -> CleanArticle:
    """An article of the given blocks; a string is a paragraph. Each is its own origin unless one is named."""
    text, made = "", list[Block]()
    for row in [blocks] if isinstance(blocks, str) else blocks:
        text += GAP if text else ""
        words, block = _block({"text": row} if isinstance(row, str) else row, text)
        text += words
        made.append(block)
    about = Metadata(**{"language": "en", **metadata})
    return CleanArticle(
        Article(name, f"{name}.txt", "text", "", "utf-8", about, text, tuple(made)), origin or name, (), tuple(made)
    )


def tagged(*articles: CleanArticle) -> tuple[TaggedArticle, ...]:
    """The articles tagged, their entities resolved across them."""
    name = Settings().spacy_pipeline
    return resolve_entities([tag_article(clean, name) for clean in articles])[0]


def claims_of(*articles: CleanArticle) -> list[list[Claim]]:
    """Each article's claims."""
    return [list(make_claims(one)) for one in tagged(*articles)]


def pairs_of(a: Sequence[Claim], b: Sequence[Claim], runner: Runner) -> list[Pair]:
    """Every claim of one article beside every claim of the other."""
    both = [*a, *b]
    if not a or not b:
        return []
    vectors = vectors_of(both, runner)
    background = Background(both, np.stack([vectors[claim.text] for claim in both]))
    return [pair_of(x, y, background, vectors) for x in a for y in b]


def strongest(pairs: Sequence[Pair]) -> tuple[Pair, Verdict] | None:
    """The pair with the strongest relation, with its verdict; None without pairs."""
    judged = [(pair, judge(pair)) for pair in pairs]
    return max(
        judged, key=lambda one: (STRENGTH[one[1].relation], one[1].confidence, one[1].alignment.score), default=None
    )
