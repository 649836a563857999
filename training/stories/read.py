"""The stories read as a run reads them: their claims, laid side by side."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from pipeline.compare.candidates import FLOOR
from pipeline.compare.claims import make_claims
from pipeline.compare.comparison import candidate_pairs
from pipeline.compare.rule import Pair
from pipeline.compare.vectors import vectors_of
from pipeline.flow import through
from pipeline.inputs import read_inputs
from pipeline.workers import Runner

ARTICLES = Path(__file__).parent / "articles"


def story_names() -> list[str]:
    return sorted(folder.name for folder in ARTICLES.iterdir())


def pairs_of(story: str, runner: Runner, floor: float = FLOOR) -> Iterator[Pair]:
    """The candidates of a story's articles, aligned; the entailment model is not asked."""
    return _pairs_in(ARTICLES / story, runner, floor)


def pairs_between(stories: Iterable[str], runner: Runner) -> Iterator[Pair]:
    """The candidates of the first articles of different stories: none of them is of one thing."""
    with tempfile.TemporaryDirectory() as folder:
        for story in stories:
            shutil.copy(min((ARTICLES / story).iterdir()), Path(folder) / f"{story}.md")
        yield from _pairs_in(Path(folder), runner, FLOOR)


def _pairs_in(folder: Path, runner: Runner, floor: float) -> Iterator[Pair]:
    state, _ = through(read_inputs(folder, runner.settings.max_input_bytes), runner, until="tag")
    if state.rejects:
        raise SystemExit(f"{state.rejects[0].path}: {state.rejects[0].message}")
    made = [list(make_claims(article)) for article in state.tagged]
    vectors = vectors_of([claim for claims in made for claim in claims], runner)
    return candidate_pairs(made, combinations(range(len(made)), 2), vectors, floor)
