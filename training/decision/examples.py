"""Pairs of claims with their relation and their signals: what the decision is fitted to.

The written stories that the relation model never saw (training/relation/written), each made into two articles of one
paragraph a claim, and read by the real stages. A row's two claims have its relation; claims of different rows that have
few words in common are unrelated, as most candidates of two articles are.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.compare.alignment import Background
from pipeline.compare.candidates import find_candidates
from pipeline.compare.changes import changes
from pipeline.compare.claims import make_claims
from pipeline.compare.comparison import pair_of, read_both_ways, vectors_of
from pipeline.compare.fit import near
from pipeline.compare.relation import UNRELATED
from pipeline.compare.rule import Pair
from pipeline.compare.ruling import rule_on
from pipeline.compare.signals import signals_of
from pipeline.records import Claim
from pipeline.workers import Runner
from tests.compare.reading import article, tagged
from training.relation.pairs import WrittenPair, in_common, read_written
from training.stories.read import PAIRS, pairs_of

WRITTEN = Path(__file__).parent / "written"
LITTLE_IN_COMMON = 0.3  # share of words from which claims of two rows may say the same thing, and teach nothing


@dataclass(frozen=True)
class Example:
    story: str
    relation: str
    across: bool  # of two rows
    signals: dict[str, float]
    a: str
    b: str


def unseen_stories() -> dict[str, list[WrittenPair]]:
    """The stories that the relation model was not trained on: those held out, and those of this folder."""
    stories: dict[str, list[WrittenPair]] = defaultdict(list)
    for pair in [*(pair for pair in read_written() if pair.held_out), *read_written(WRITTEN)]:
        stories[pair.story].append(pair)
    return dict(stories)


def examples_of(story: str, rows: Sequence[WrittenPair], runner: Runner) -> Iterator[Example]:
    """Every candidate pair of the story's two articles whose relation is known."""
    one, other = (
        list(make_claims(read))
        for read in tagged(article("a", *(row.a for row in rows)), article("b", *(row.b for row in rows)))
    )
    claims = [*one, *other]
    vectors = vectors_of(claims, runner)
    rows_of = np.stack([vectors[claim.text] for claim in claims])
    background = Background(claims, rows_of)
    candidates = set(find_candidates(claims, rows_of))
    same = {
        (i, j)
        for i, x in enumerate(claims)
        for j, y in enumerate(claims)
        if x.article_id < y.article_id and _row(x) == _row(y)
    }
    aligned = [pair_of(claims[i], claims[j], background, vectors) for i, j in sorted(candidates | same)]
    split = {(claim.article_id, _row(claim)) for claim in claims if _has_siblings(claim, claims)}
    for pair in read_both_ways([pair for pair in aligned if near(pair)], runner):
        own = _row(pair.a) == _row(pair.b)
        if own and not split & {(claim.article_id, _row(claim)) for claim in (pair.a, pair.b)}:
            row = rows[_row(pair.a)]
            yield _example(pair, story, row.relation, across=False)
        elif not own and in_common(pair.a.text, pair.b.text) <= LITTLE_IN_COMMON:
            yield _example(pair, story, UNRELATED, across=True)


def examples_in(story: str, runner: Runner) -> Iterator[Example]:
    """The labelled pairs of a whole story (training/stories) that a run would ask the model about."""
    labels = {(row.a, row.b): row.relation for row in read_written(PAIRS) if row.story == story}
    candidates = [p for p in pairs_of(story, runner) if near(p) and (p.a.text, p.b.text) in labels]
    for pair in read_both_ways(candidates, runner):
        yield _example(pair, story, labels[pair.a.text, pair.b.text], across=False)


def _example(pair: Pair, story: str, relation: str, *, across: bool) -> Example:
    return Example(story, relation, across, signals_of(pair, rule_on(pair), changes(pair)), pair.a.text, pair.b.text)


def _has_siblings(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a row's sentence makes several claims: which of them the row's relation is about is not known."""
    return sum(other.article_id == claim.article_id and _row(other) == _row(claim) for other in claims) > 1


def _row(claim: Claim) -> int:
    return claim.statement.block
