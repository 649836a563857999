"""Pairs of claims with their relation and their signals: what the decision is fitted to.

Three kinds, all of stories that the relation model never saw: pairs drawn from whole articles (training/stories), pairs
across such stories, which are unrelated, and rows of written pairs (training/relation/written, written/), each story of
which is made into two articles of one paragraph a claim. All are read by the real stages, so that topic and rarity of
words are as in a run.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.compare.alignment import NEAR, SideBySide
from pipeline.compare.background import Background, Vector, rows_of
from pipeline.compare.claims import make_claims
from pipeline.compare.entailment import UNRELATED
from pipeline.compare.reading import Asked, read_both_ways
from pipeline.compare.relation import is_open, signals_of
from pipeline.compare.rule import Pair
from pipeline.compare.seeing import see
from pipeline.compare.vectors import vectors_of
from pipeline.records import Claim
from pipeline.workers import Runner
from tests.compare.reading import article, tagged
from training.relation.pairs import SEED, WrittenPair, read_kept_aside, read_written
from training.stories.read import pairs_between, pairs_of

WRITTEN = Path(__file__).parent / "written"
DRAWN, STRANGE, ROW = "drawn", "strange", "row"
MOST_STRANGE = 1_500  # of several thousand pairs across stories


@dataclass(frozen=True)
class Example:
    story: str
    kind: str  # DRAWN, STRANGE or ROW
    relation: str
    signals: dict[str, float]
    a: str
    b: str


def unseen_rows() -> dict[str, list[WrittenPair]]:
    """The written stories that the relation model was not trained on: those held out, and those of this folder."""
    return _by_story([*(pair for pair in read_written() if pair.held_out), *read_written(WRITTEN)])


def unseen_drawn() -> dict[str, list[WrittenPair]]:
    """The stories in whole articles that it was not trained on."""
    return _by_story(read_kept_aside())


def _by_story(pairs: Sequence[WrittenPair]) -> dict[str, list[WrittenPair]]:
    stories: dict[str, list[WrittenPair]] = defaultdict(list)
    for pair in pairs:
        stories[pair.story].append(pair)
    return dict(sorted(stories.items()))


def drawn_examples(story: str, labelled: Sequence[WrittenPair], runner: Runner) -> Iterator[Example]:
    """The pairs of a story that a run asks the model about, and that both readers took for the same.

    Those of which a claim is worded otherwise since are left out.
    """
    relations = {(row.a, row.b): row.relation for row in labelled if row.second in {"", row.relation}}
    known = [pair for pair in pairs_of(story, runner) if (pair.a.text, pair.b.text) in relations]
    for pair in _read(known):
        yield _example(pair, story, DRAWN, relations[pair.a.text, pair.b.text])


def strange_examples(stories: Collection[str], runner: Runner) -> Iterator[Example]:
    """Pairs of articles that are about nothing in common, as a folder of many stories has."""
    near_ones = list(pairs_between(stories, runner))
    some = random.Random(SEED).sample(near_ones, min(MOST_STRANGE, len(near_ones)))
    for pair in _read(some):
        yield _example(pair, pair.a.article_id, STRANGE, UNRELATED)


def row_examples(story: str, rows: Sequence[WrittenPair], runner: Runner) -> Iterator[Example]:
    """The pairs that rows of a story make. A row whose sentence makes several claims is left out: its relation is of
    one of them, and which is not known.
    """
    one, other = (
        list(make_claims(read))
        for read in tagged(article("a", *(row.a for row in rows)), article("b", *(row.b for row in rows)))
    )
    claims = [*one, *other]
    vectors = vectors_of(claims, runner)
    background = Background(claims, rows_of(claims, vectors))
    first, second = _alone(one), _alone(other)
    aligned = [
        _of_one_row(first[row], second[row], background, vectors) for row in sorted(first.keys() & second.keys())
    ]
    for pair in _read([pair for pair in aligned if pair.alignment.residual >= NEAR]):
        yield _example(pair, story, ROW, rows[pair.a.statement.block].relation)


def _of_one_row(a: Claim, b: Claim, background: Background, vectors: Mapping[str, Vector]) -> Pair:
    """The two beside each other alone: the other rows of the story are variants of them, which no article has."""
    return Pair(a, b, SideBySide((a,), (b,), background, vectors).alignment(0, 0), background.everywhere)


def _read(pairs: Sequence[Pair]) -> list[Pair]:
    """Those that it takes the model to decide, with what it says of them; the others need no chances."""
    return read_both_ways((pair for pair in pairs if is_open(see(pair))), Asked(), sparing=False)


def _alone(claims: Sequence[Claim]) -> dict[int, Claim]:
    """The claims that are the only one of their paragraph, by its number."""
    counts = Counter(claim.statement.block for claim in claims)
    return {claim.statement.block: claim for claim in claims if counts[claim.statement.block] == 1}


def _example(pair: Pair, story: str, kind: str, relation: str) -> Example:
    return Example(story, kind, relation, signals_of(see(pair)), pair.a.text, pair.b.text)
