"""Draw pairs of claims for a reader to label.

    python -m training.stories.draw [--doubtful]

Writes build/<story>.jsonl for each story that has none: the pairs that the shipped model and scorecard take for related
with the highest chance, the most alike of those left, and some of the rest by lot, in an order that tells nothing.

With --doubtful it writes build/doubtful/<story>.jsonl: of the pairs that nobody has labelled yet those that the model
takes for related or contrary, or half does. Half of them are not what they seem, so that a model learns most from them.
"""

import argparse
import json
import random
from collections.abc import Callable, Collection, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from pipeline.compare.entailment import UNRELATED
from pipeline.compare.reading import Asked, read_both_ways
from pipeline.compare.relation import weigh
from pipeline.compare.rule import Pair
from pipeline.compare.seeing import see
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner
from training.relation.pairs import DOUBTFUL, DRAWN, read_written
from training.stories.read import pairs_of, story_names

BUILD = Path(__file__).parent / "build"
FLOOR = 0.3  # cosine: below a run's, so that what its candidates miss is labelled too
NEAR = 0.1  # likeness beside the topic, for the same reason
LIKELY, ALIKE, BY_LOT = 50, 25, 10  # pairs of a story
CONTRADICTS, ENTAILS = 0.4, 0.35  # in either direction: what makes a pair doubtful, or that it is likelier related

Texts = frozenset[str]


def drawn(story: str, runner: Runner) -> list[Pair]:
    """85 pairs of a story."""
    read = _read(story, runner, ())
    chance = {id(pair): weigh(see(pair)).chances[UNRELATED] for pair in read}
    read.sort(key=lambda pair: (chance[id(pair)], pair.a.text, pair.b.text))
    likely, rest = read[:LIKELY], read[LIKELY:]
    rest.sort(key=lambda pair: (-pair.alignment.residual, pair.a.text, pair.b.text))
    by_lot = random.Random(story).sample(rest[ALIKE:], min(BY_LOT, len(rest[ALIKE:])))
    return sorted([*likely, *rest[:ALIKE], *by_lot], key=_order)


def doubtful(story: str, runner: Runner, labelled: Collection[Texts]) -> list[Pair]:
    """The pairs of a story that are not labelled, and that the model is not sure to be nothing; each once."""
    found = {_texts(pair): pair for pair in _read(story, runner, labelled) if _is_doubtful(pair)}
    return sorted(found.values(), key=_order)


def _read(story: str, runner: Runner, labelled: Collection[Texts]) -> list[Pair]:
    near = [pair for pair in pairs_of(story, runner, FLOOR) if pair.alignment.residual >= NEAR]
    return read_both_ways([pair for pair in near if _texts(pair) not in labelled], Asked(), sparing=False)


def _is_doubtful(pair: Pair) -> bool:
    said = pair.says or ()
    heard = any(one.contradicts >= CONTRADICTS or one.entails >= ENTAILS for one in said)
    return heard or (bool(said) and weigh(see(pair)).chances[UNRELATED] < 1 / 2)


def _texts(pair: Pair) -> Texts:
    return frozenset((pair.a.text, pair.b.text))


def _order(pair: Pair) -> str:
    return sha256(f"{pair.a.text}\n{pair.b.text}".encode()).hexdigest()


def _labelled() -> dict[str, set[Texts]]:
    """The texts of the labelled pairs, by story."""
    known: dict[str, set[Texts]] = {story: set() for story in story_names()}
    for pair in read_written(DRAWN, DOUBTFUL):
        known[pair.story].add(frozenset((pair.a, pair.b)))
    return known


def _write(folder: Path, pairs: Callable[[str], Sequence[Pair]]) -> Iterator[str]:
    """Writes the pairs of each story that has none there, and tells how many."""
    folder.mkdir(parents=True, exist_ok=True)
    for story in story_names():
        path = folder / f"{story}.jsonl"
        if path.exists():
            continue
        rows = [
            {"n": n, "a": pair.a.text, "b": pair.b.text, "in": [pair.a.article_id, pair.b.article_id]}
            for n, pair in enumerate(pairs(story), 1)
        ]
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        yield f"{story} {len(rows)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--doubtful", action="store_true")
    given = parser.parse_args()
    BUILD.mkdir(exist_ok=True)
    with Store(BUILD / "store") as store:
        runner = Runner(Settings(), store, here=True)
        if given.doubtful:
            known = _labelled()
            told = _write(BUILD / DOUBTFUL.name, lambda story: doubtful(story, runner, known[story]))
        else:
            told = _write(BUILD, lambda story: drawn(story, runner))
        for line in told:
            print(line, flush=True)


if __name__ == "__main__":
    main()
