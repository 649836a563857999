"""Put the labels that a reader gave beside the pairs that were drawn.

    python -m training.stories.label

Reads build/<story>.jsonl (draw.py) and build/<story>.labels.tsv: a line a pair with its number, relation, types, what
the first claim says about the second and the second about the first (E entails, C contradicts, N neither), and which
of the two claims does not say what its article says ("a", "b", "ab" or "-"). A second reader's labels, where there are
some, stand in build/<story>.second.tsv. Writes pairs/<story>.jsonl.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from training.relation.pairs import DRAWN
from training.stories.draw import BUILD

RELATIONS = {"agree", "differ", "conflict", "unrelated"}
INFERENCES = {"E": "entailment", "N": "neutral", "C": "contradiction"}
NONE = "-"


def labelled(story: str) -> Iterator[dict[str, object]]:
    """The story's pairs with their labels. Ends the program where a label is missing or is none."""
    drawn = {row["n"]: row for row in map(json.loads, _lines(BUILD / f"{story}.jsonl"))}
    labels = _labels(BUILD / f"{story}.labels.tsv")
    again = BUILD / f"{story}.second.tsv"
    second = _labels(again) if again.exists() else {}
    if drawn.keys() != labels.keys() or (second and drawn.keys() != second.keys()):
        raise SystemExit(f"{story}: not every pair that was drawn is labelled")
    for n, row in drawn.items():
        relation, types, ab, ba, garbled = labels[n]
        if relation not in RELATIONS or {ab, ba} - INFERENCES.keys():
            raise SystemExit(f"{story}: pair {n} has the labels {labels[n]}")
        yield {
            "story": story,
            "a": row["a"],
            "b": row["b"],
            "relation": relation,
            "types": [] if types == NONE else types.split(","),
            "ab": INFERENCES[ab],
            "ba": INFERENCES[ba],
            "garbled": "" if garbled == NONE else garbled,
            "second": second[n][0] if second else "",
        }


def _labels(path: Path) -> dict[int, list[str]]:
    """Relation, types, both inferences and what is garbled, by the pair's number."""
    return {int(row[0]): row[1:] for row in (line.split("\t") for line in _lines(path))}


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def main() -> None:
    DRAWN.mkdir(exist_ok=True)
    for path in sorted(BUILD.glob("*.labels.tsv")):
        story = path.name.removesuffix(".labels.tsv")
        rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in labelled(story))
        (DRAWN / f"{story}.jsonl").write_text(rows, encoding="utf-8")


if __name__ == "__main__":
    main()
