"""Verdicts on labelled pairs of claims: what the pipeline decides, beside what cosine alone would.

    python bench/verdicts.py [--split dev|test] [--errors]

Data: bench/data/verdicts (see its README), split by story. Thresholds are chosen on dev; test is only ever printed.
Each pair is run as two one-sentence articles through the real tag and compare stages.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.compare.relation import Verdict
from pipeline.compare.vectors import vectors_of
from pipeline.records import Claim, CleanArticle
from pipeline.workers import Runner
from tests.compare.reading import article, claims_of, pairs_of, runner_here, strongest

DATA = Path(__file__).parent / "data" / "verdicts"
LABELS = ("agree", "differ", "conflict", "unrelated")
NEGATIONS = frozenset("no not never without denied rejected failed nobody none neither".split())
COSINE_AGREE, COSINE_RELATED = 0.85, 0.65  # for the baseline: the best on dev in steps of 0.05


@dataclass(frozen=True)
class Row:
    id: str
    split: str
    a: str
    b: str
    published_a: str | None
    published_b: str | None
    relation: str
    types: tuple[str, ...]
    tempting: bool

    def sides(self) -> tuple[tuple[str, str, str | None], ...]:
        """Name, sentence and date of publication of each side."""
        return ("a", self.a, self.published_a), ("b", self.b, self.published_b)


def rows(split: str) -> Iterator[Row]:
    for path in sorted(DATA.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            row.pop("why", None)
            if row["split"] == split:
                yield Row(**{**row, "types": tuple(row["types"])})


def article_of(name: str, text: str, published: str | None) -> CleanArticle:
    return article(name, text, published=published or "")


def _claims(row: Row) -> list[list[Claim]]:
    return claims_of(*(article_of(*side) for side in row.sides()))


def decide(row: Row, runner: Runner) -> tuple[str, tuple[str, ...], Verdict | None]:
    """The strongest relation between any claim of `a` and any of `b`."""
    found = strongest(pairs_of(_claims(row), runner))
    if found is None:
        return "unrelated", (), None
    _, best = found
    return best.relation or "unrelated", tuple(dict.fromkeys(f.type for f in best.findings)), best


def by_cosine(row: Row, runner: Runner) -> str:
    """The baseline: alike and a negation word on one side only is a conflict."""
    a, b = _claims(row)
    vectors = vectors_of(a + b, runner)
    score = max((float(vectors[x.text] @ vectors[y.text]) for x in a for y in b), default=0.0)
    negated = [bool(NEGATIONS & set(text.lower().replace("n't", " not").split())) for text in (row.a, row.b)]
    if score < COSINE_RELATED:
        return "unrelated"
    if negated[0] != negated[1]:
        return "conflict"
    return "agree" if score >= COSINE_AGREE else "differ"


def report(name: str, data: Sequence[Row], predicted: Sequence[str]) -> None:
    hits = Counter((row.relation, guess) for row, guess in zip(data, predicted, strict=True))
    scores = []
    for label in LABELS:
        right = hits[label, label]
        called = sum(hits[other, label] for other in LABELS)
        there = sum(hits[label, other] for other in LABELS)
        precision, recall = right / called if called else 0.0, right / there if there else 0.0
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        scores.append(f1)
        print(f"{name:16} {label:10} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({there} pairs)")
    tempting = [
        guess for row, guess in zip(data, predicted, strict=True) if row.tempting and row.relation != "conflict"
    ]
    false = sum(guess == "conflict" for guess in tempting)
    print(f"{name:16} macro-F1 {np.mean(scores):.3f}  false alarms on tempting pairs {false}/{len(tempting)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--errors", action="store_true", help="print each pair that is judged wrongly (dev only)")
    arguments = parser.parse_args()
    data = list(rows(arguments.split))
    print(f"bench/data/verdicts, {arguments.split}: {len(data)} pairs")
    with runner_here() as runner:
        ours = [decide(row, runner) for row in data]
        report("tellings", data, [relation for relation, _, _ in ours])
        typed = [
            (row, types)
            for row, (relation, types, _) in zip(data, ours, strict=True)
            if relation == row.relation and row.types
        ]
        right = sum(bool(set(types) & set(row.types)) for row, types in typed)
        print(f"{'tellings':16} difference type right {right}/{len(typed)}")
        report("cosine+negation", data, [by_cosine(row, runner) for row in data])
    if arguments.errors and arguments.split == "dev":
        for row, (relation, types, verdict) in zip(data, ours, strict=True):
            if relation != row.relation:
                why = verdict.reason if verdict else ""
                score = verdict.alignment.score if verdict else 0
                print(f"\n{row.id}: {row.relation} {','.join(row.types)} -> {relation} {','.join(types)}")
                print(f"  score {score:.2f} {why}\n  {row.a}\n  {row.b}")


if __name__ == "__main__":
    main()
