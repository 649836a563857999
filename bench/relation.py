"""The entailment model on public sets that it has never seen, beside what is simpler, larger or trained on less.

    python bench/relation.py NLI [--most N] [--float FOLDER] [--public FOLDER]

NLI is the folder with dev/*.jsonl.gz (premise, hypothesis, label, split); of each set the first N pairs in the order of
their hashes are read, 2,000 unless told. Beside the shipped model: the rules of the compare stage alone (on the first
400), a threshold on cosine, and, where their folders are given (training/relation/export.py leaves them in
training/relation/build), the model before quantisation and the one trained without the pairs made for news.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pipeline.compare.embedding import sentence_model
from pipeline.compare.entailment import RelationModel, relation_model
from pipeline.compare.ruling import rule_on
from pipeline.records import Relation
from tests.compare.reading import article, claims_of, pairs_of, runner_here

LABELS = ("entailment", "neutral", "contradiction")
SETS = ("mnli_dev_half", "new_protocols_paragraph_val", "cad_nli_dev", "breaking_nli")
KINDS = ("cardinals", "ordinals", "antonyms", "antonyms_wordnet", "synonyms")  # of breaking_nli, shown one by one
ENTAILS, OPPOSES = 0.8, 0.5  # cosine from which a pair counts as entailed, and below which nothing is said of it
RULED = 400  # pairs that the rules are tried on: they need both texts parsed
SURE = (0.5, 0.7, 0.9)  # probabilities of contradiction at which its precision and recall are printed


@dataclass(frozen=True)
class Row:
    premise: str
    hypothesis: str
    label: str
    split: str


def rows(path: Path, most: int) -> list[Row]:
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    found = [Row(**{**json.loads(line), "split": json.loads(line).get("split", "")}) for line in lines]
    return sorted(found, key=lambda row: sha256(f"{row.premise}\n{row.hypothesis}".encode()).hexdigest())[:most]


def by_model(model: RelationModel, data: Sequence[Row]) -> tuple[list[str], list[float]]:
    """The likeliest label of each pair, and its probability of contradiction."""
    said = [model.infer(row.premise, row.hypothesis) for row in data]
    shares = [(one.entails, 1 - one.entails - one.contradicts, one.contradicts) for one in said]
    return [LABELS[share.index(max(share))] for share in shares], [one.contradicts for one in said]


def by_cosine(data: Sequence[Row]) -> list[str]:
    model = sentence_model()
    a, b = model.embed([row.premise for row in data]), model.embed([row.hypothesis for row in data])
    scores = (a * b).sum(axis=1)
    return ["entailment" if s >= ENTAILS else "contradiction" if s < OPPOSES else "neutral" for s in scores]


def by_rules(data: Sequence[Row]) -> list[str]:
    """What the rules say of the likest claims of the two texts."""
    labels = {Relation.AGREE: "entailment", Relation.CONFLICT: "contradiction"}
    guesses = []
    with runner_here() as runner:
        for row in data:
            pairs = pairs_of(claims_of(article("a", row.premise), article("b", row.hypothesis)), runner)
            best = max(pairs, key=lambda pair: pair.alignment.score, default=None)
            relation = rule_on(best).relation if best else None
            guesses.append(labels.get(relation, "neutral") if relation else "neutral")
    return guesses


def line(name: str, data: Sequence[Row], guesses: Sequence[str]) -> None:
    hits = Counter((row.label, guess) for row, guess in zip(data, guesses, strict=True))
    scores = []
    for label in LABELS:
        called, there = (sum(n for pair, n in hits.items() if pair[side] == label) for side in (1, 0))
        scores.append(2 * hits[label, label] / (called + there) if called + there else 0.0)
    right = sum(hits[label, label] for label in LABELS) / len(data)
    called = sum(n for (_, guess), n in hits.items() if guess == "contradiction")
    there = sum(n for (label, _), n in hits.items() if label == "contradiction")
    found = hits["contradiction", "contradiction"]
    print(
        f"  {name:22} accuracy {right:.3f}  macro-F1 {sum(scores) / len(scores):.3f}  "
        f"contradiction precision {found / called if called else 0:.3f} recall {found / there if there else 0:.3f}  "
        f"({len(data)} pairs)"
    )


def certain(data: Sequence[Row], chances: Sequence[float]) -> None:
    """How often a contradiction is one, from several probabilities on."""
    there = sum(row.label == "contradiction" for row in data)
    for least in SURE:
        called = [row for row, chance in zip(data, chances, strict=True) if chance >= least]
        right = sum(row.label == "contradiction" for row in called)
        print(f"    contradiction from {least}: precision {right / max(1, len(called)):.3f} recall {right / there:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nli", type=Path)
    parser.add_argument("--most", type=int, default=2_000)
    parser.add_argument("--float", type=Path, dest="whole")
    parser.add_argument("--public", type=Path)
    given = parser.parse_args()
    models: dict[str, Callable[[], RelationModel]] = {"shipped, int8": relation_model}
    for name, folder in (("before quantisation", given.whole), ("without made pairs", given.public)):
        if folder:
            models[name] = lambda folder=folder: RelationModel(folder)
    for name in SETS:
        data = rows(given.nli / "dev" / f"{name}.jsonl.gz", given.most)
        print(name)
        for title, load in models.items():
            guesses, chances = by_model(load(), data)
            line(title, data, guesses)
            if title == "shipped, int8":
                certain(data, chances)
            if name == "breaking_nli":
                for kind in KINDS:
                    some = [(row, guess) for row, guess in zip(data, guesses, strict=True) if row.split == kind]
                    line(f"  {kind}", *zip(*some, strict=True))
        line("cosine", data, by_cosine(data))
        line("rules alone", data[:RULED], by_rules(data[:RULED]))


if __name__ == "__main__":
    main()
