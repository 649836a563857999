"""Neighbours: how many articles of one story the gate lets meet, how many of two it keeps apart, and what it costs.

    python bench/neighbours.py [--articles 1000 3000 10000]

Data: the stories of training/stories, four articles each, all in one folder; and bench/generated for the cost, which
is that of the gate alone. An article speaks of its words of four letters and more, and of what has a capital letter
within a sentence: no model is needed, and names tell stories apart. The exponent is how the seconds of processors grow
from one size to the next.
"""

import argparse
import math
import re
import time
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from bench.generated.articles import write
from pipeline.compare.neighbours import find_neighbours
from pipeline.records import Claim
from tests.compare.making import claim
from training.stories.read import ARTICLES, story_names

WORD = re.compile(r"[a-z]{4,}")
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}(?: [A-Z][a-z]+)*")


def _claims(name: str, text: str) -> list[Claim]:
    words = " ".join(sorted(set(WORD.findall(text.lower()))))
    return [claim(f"c{name}", name, words, entities=tuple(sorted(set(NAME.findall(text)))))]


def _recall() -> None:
    told = [(story, path) for story in story_names() for path in sorted((ARTICLES / story).iterdir())]
    met = set(find_neighbours([_claims(str(path), path.read_text(encoding="utf-8")) for _, path in told]))
    same = {(i, j) for i, j in combinations(range(len(told)), 2) if told[i][0] == told[j][0]}
    others = len(told) * (len(told) - 1) // 2 - len(same)
    print(f"{len(told)} articles of {len(story_names())} stories in one folder")
    print(f"  of one story: {len(met & same)} of {len(same)} pairs meet ({len(met & same) / len(same):.4f})")
    print(f"  of two:       {len(met - same)} of {others} ({len(met - same) / others:.4f})")


def _cost(sizes: Iterable[int]) -> None:
    spent: list[tuple[int, float]] = []
    for size in sizes:
        articles: Sequence[list[Claim]] = [
            _claims(article.name, " ".join(told.text for told in article.sentences)) for article in write(size)
        ]
        began = time.process_time()
        pairs = find_neighbours(articles)
        spent.append((size, time.process_time() - began))
        print(f"{size} generated articles: {spent[-1][1]:.2f} s, {len(pairs) / size:.1f} pairs an article", flush=True)
    for (size, before), (larger, after) in pairwise(spent):
        print(f"  from {size} to {larger}: exponent {math.log(after / before) / math.log(larger / size):.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 3000, 10000])
    given = parser.parse_args()
    _recall()
    _cost(given.articles)


if __name__ == "__main__":
    main()
