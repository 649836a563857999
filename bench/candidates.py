"""Candidates: how many related pairs the candidate step lets through, and how many unrelated ones it spares the rules.

    python bench/candidates.py [--split dev|test]

Data: bench/data/verdicts (see its README). All claims of a story stand in one pool, each sentence an article of its
own, so that a pair is found only if the step finds it among all others.
"""

import argparse
import tempfile
from itertools import combinations
from pathlib import Path

from bench.verdicts import article_of, rows
from pipeline.compare.background import rows_of
from pipeline.compare.candidates import find_candidates
from pipeline.compare.claims import make_claims
from pipeline.compare.vectors import vectors_of
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.tag.articles import tag_article
from pipeline.tag.entities import resolve_entities
from pipeline.tag.packages import ENGLISH_PIPELINE
from pipeline.workers import Runner


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    data = list(rows(parser.parse_args().split))
    found = related = kept = pool = 0
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        runner = Runner(Settings(), store, here=True)
        for story in sorted({row.id.rpartition("-")[0] for row in data}):
            own = [row for row in data if row.id.rpartition("-")[0] == story]
            sentences = [(f"{row.id}{side}", text, published) for row in own for side, text, published in row.sides()]
            tagged = resolve_entities(
                [tag_article(article_of(*sentence), ENGLISH_PIPELINE) for sentence in sentences]
            ).articles
            made = {article.clean.article.article_id: list(make_claims(article)) for article in tagged}
            vectors = vectors_of([claim for claims in made.values() for claim in claims], runner)
            rows_of_article = {name: rows_of(claims, vectors) for name, claims in made.items()}
            pairs = {
                frozenset((a, b))
                for a, b in combinations(made, 2)
                if find_candidates(made[a], made[b], rows_of_article[a], rows_of_article[b])
            }
            wanted = [frozenset((f"{row.id}a", f"{row.id}b")) for row in own if row.relation != "unrelated"]
            related += len(wanted)
            found += sum(pair in pairs for pair in wanted)
            kept += len(pairs)
            pool += len(sentences) * (len(sentences) - 1) // 2
    print(f"related pairs found {found}/{related} = {found / related:.3f}")
    print(f"pairs left to judge {kept}/{pool} = {kept / pool:.3f}")


if __name__ == "__main__":
    main()
