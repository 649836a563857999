"""Sentences read into claims and pairs by the real stages: where the tests here and bench/verdicts.py begin."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipeline.compare.alignment import SideBySide
from pipeline.compare.background import Background, rows_of
from pipeline.compare.claims import make_claims
from pipeline.compare.reading import Asked, read_both_ways
from pipeline.compare.relation import Verdict, judge
from pipeline.compare.rule import Pair, pair_at
from pipeline.compare.ruling import Ruling, rule_on
from pipeline.compare.vectors import vectors_of
from pipeline.records import Article, Claim, CleanArticle, Metadata, Relation, TaggedArticle
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.tag.articles import tag_article
from pipeline.tag.entities import resolve_entities
from pipeline.tag.packages import ENGLISH_PIPELINE
from pipeline.workers import Runner
from tests.blocks import lay_out

STRENGTH = {Relation.CONFLICT: 3, Relation.AGREE: 2, Relation.DIFFER: 1, None: 0}


@contextmanager
def runner_here() -> Iterator[Runner]:
    """A runner of default settings that works in this process, with a store that goes away."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        yield Runner(Settings(), store, here=True)


def article(name: str, *lines: str, origin: str = "", **metadata: str) -> CleanArticle:
    """An article of the given blocks, in the notation of tests/blocks.py; its own origin unless one is named."""
    text, blocks = lay_out(lines)
    about = Metadata(**{"language": "en", **metadata})
    whole = Article(name, f"{name}.txt", "text", "", "utf-8", about, text, blocks)
    kept = tuple(block for block in blocks if not block.is_header)  # as the clean stage leaves it
    return CleanArticle(whole, origin or name, (), kept)


def tagged(*articles: CleanArticle) -> tuple[TaggedArticle, ...]:
    """The articles tagged, their entities resolved across them."""
    return resolve_entities([tag_article(clean, ENGLISH_PIPELINE) for clean in articles]).articles


def claims_of(*articles: CleanArticle) -> list[list[Claim]]:
    """Each article's claims."""
    return [list(make_claims(one)) for one in tagged(*articles)]


def aligned(claims: Sequence[Sequence[Claim]], runner: Runner) -> list[Pair]:
    """Every claim of one article beside every claim of the other; the entailment model is not asked."""
    a, b = claims
    if not a or not b:
        return []
    both = [*a, *b]
    vectors = vectors_of(both, runner)
    background = Background(both, rows_of(both, vectors))
    beside = SideBySide(a, b, background, vectors)
    return [pair_at(beside, i, j) for i in range(len(a)) for j in range(len(b))]


def closest(claims: Sequence[Sequence[Claim]], runner: Runner) -> Pair:
    """Of every claim beside every other the two that are most alike; the entailment model is not asked."""
    return max(aligned(claims, runner), key=lambda pair: pair.alignment.score)


def pairs_of(claims: Sequence[Sequence[Claim]], runner: Runner) -> list[Pair]:
    """The same, with what the entailment model says of each."""
    return read_both_ways(aligned(claims, runner), Asked())


def strongest(pairs: Sequence[Pair]) -> tuple[Pair, Verdict] | None:
    """The pair with the strongest relation, with its verdict; None without pairs."""
    judged = [(pair, judge(pair)) for pair in pairs]
    return max(
        judged, key=lambda one: (STRENGTH[one[1].relation], one[1].confidence, one[1].alignment.score), default=None
    )


def strongest_ruling(pairs: Sequence[Pair]) -> tuple[Pair, Ruling] | None:
    """The pair of which the rules say the strongest thing, with their ruling; None without pairs."""
    ruled = [(pair, rule_on(pair)) for pair in pairs]
    return max(ruled, key=lambda one: (STRENGTH[one[1].relation], one[0].alignment.score), default=None)
