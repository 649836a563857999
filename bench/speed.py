"""How fast the compare stage is, part by part.

    python bench/speed.py

Data: the 35 articles of bench/data/groups, story by story, in one process and one thread, nothing stored before.
Printed: seconds per 100 articles of each part, and how many pairs a second the entailment model reads. The baseline is
the entailment model over every pair of claims across articles, which is what the other parts are there to spare. Pairs
grow with the square of a story's size, so that 100 articles on one event cost more than 25 stories of four.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from pipeline.compare import judging, telling
from pipeline.compare.comparison import compare_articles
from pipeline.compare.entailment import infer, relation_model
from pipeline.compare.reading import read_seen
from pipeline.compare.vectors import vectors_of
from pipeline.flow import through
from pipeline.inputs import read_inputs
from pipeline.records import TaggedArticle
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner

DATA = Path(__file__).parent / "data" / "groups"
T = TypeVar("T")


@contextmanager
def fresh_runner() -> Iterator[Runner]:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        yield Runner(Settings(), store, here=True)


def timed(parts: dict[str, float], name: str, function: Callable[..., T]) -> Callable[..., T]:
    """The function, its time added up under a name."""

    def run(*given: object) -> T:
        began = time.perf_counter()
        try:
            return function(*given)
        finally:
            parts[name] = parts.get(name, 0.0) + time.perf_counter() - began

    return run


def stories() -> list[Sequence[TaggedArticle]]:
    with fresh_runner() as runner:
        folders = sorted(DATA.glob("*/articles"))
        limit = runner.settings.max_input_bytes
        return [through(read_inputs(folder, limit), runner, "tag")[0].tagged for folder in folders]


def main() -> None:
    parts: dict[str, float] = {}
    telling.vectors_of = judging.vectors_of = timed(parts, "sentence model", vectors_of)
    judging.read_seen = timed(parts, "entailment model", read_seen)
    read = stories()
    articles = sum(map(len, read))
    whole = claims = every = 0.0
    with fresh_runner() as runner:
        for story in read:
            began = time.perf_counter()
            result = compare_articles(story, runner)
            whole += time.perf_counter() - began
            claims += len(result.claims)
            every += 2 * sum(x.article_id != y.article_id for x, y in combinations(result.claims, 2))
    asked = infer.cache_info().misses
    rate = asked / parts["entailment model"]
    print(f"{articles} articles in {len(read)} stories, {claims:.0f} claims; seconds per 100 articles:")
    for name, seconds in (*parts.items(), ("everything else", whole - sum(parts.values())), ("all", whole)):
        print(f"  {name:18} {100 * seconds / articles:8.1f}")
    print(f"entailment model: {rate:.0f} pairs a second; asked {asked} of {every:.0f} ({asked / every:.1%})")
    print(f"  over every pair  {100 * every / rate / articles:8.1f}")


if __name__ == "__main__":
    relation_model()  # loading is no part of it
    sys.exit(main())
