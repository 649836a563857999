"""Draw pairs of claims for a reader to label.

    python -m training.stories.draw

Writes build/<story>.jsonl for each story that has none: the pairs that the shipped model and scorecard take for related
with the highest chance, the most alike of those left, and some of the rest by lot, in an order that tells nothing.
"""

import json
import random
from hashlib import sha256
from pathlib import Path

from pipeline.compare.reading import Asked, read_both_ways
from pipeline.compare.relation import UNRELATED, weigh
from pipeline.compare.rule import Pair
from pipeline.compare.seeing import see
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner
from training.stories.read import pairs_of, story_names

BUILD = Path(__file__).parent / "build"
FLOOR = 0.3  # cosine: below a run's, so that what its candidates miss is labelled too
NEAR = 0.1  # likeness beside the topic, for the same reason
LIKELY, ALIKE, BY_LOT = 50, 25, 10  # pairs of a story


def drawn(story: str, runner: Runner) -> list[Pair]:
    near = [pair for pair in pairs_of(story, runner, FLOOR) if pair.alignment.residual >= NEAR]
    read = read_both_ways(near, Asked(), sparing=False)
    chance = {id(pair): weigh(see(pair)).chances[UNRELATED] for pair in read}
    read.sort(key=lambda pair: (chance[id(pair)], pair.a.text, pair.b.text))
    likely, rest = read[:LIKELY], read[LIKELY:]
    rest.sort(key=lambda pair: (-pair.alignment.residual, pair.a.text, pair.b.text))
    by_lot = random.Random(story).sample(rest[ALIKE:], min(BY_LOT, len(rest[ALIKE:])))
    return sorted([*likely, *rest[:ALIKE], *by_lot], key=_order)


def _order(pair: Pair) -> str:
    return sha256(f"{pair.a.text}\n{pair.b.text}".encode()).hexdigest()


def main() -> None:
    BUILD.mkdir(exist_ok=True)
    with Store(BUILD / "store") as store:
        runner = Runner(Settings(), store, here=True)
        for story in story_names():
            path = BUILD / f"{story}.jsonl"
            if path.exists():
                continue
            rows = [
                {"n": n, "a": pair.a.text, "b": pair.b.text, "in": [pair.a.article_id, pair.b.article_id]}
                for n, pair in enumerate(drawn(story, runner), 1)
            ]
            path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
            print(story, len(rows), flush=True)


if __name__ == "__main__":
    main()
