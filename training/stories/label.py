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

from training.relation.pairs import DOUBTFUL, DRAWN
from training.stories.draw import BUILD

RELATIONS = {"agree", "differ", "conflict", "unrelated"}
INFERENCES = {"E": "entailment", "N": "neutral", "C": "contradiction"}
NONE = "-"


def labelled(story: str, build: Path = BUILD) -> Iterator[dict[str, object]]:
    """The story's pairs with their labels. Ends the program where a label is missing or is none."""
    drawn = {row["n"]: row for row in map(json.loads, _lines(build / f"{story}.jsonl"))}
    labels = _labels(build / f"{story}.labels.tsv")
    again = build / f"{story}.second.tsv"
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


def _rows(build: Path) -> Iterator[tuple[str, list[str]]]:
    """The lines of each story whose pairs are labelled."""
    for path in sorted(build.glob("*.labels.tsv")):
        story = path.name.removesuffix(".labels.tsv")
        yield story, [json.dumps(row, ensure_ascii=False) for row in labelled(story, build)]


def _write(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def main() -> None:
    for story, lines in _rows(BUILD):
        _write(DRAWN / f"{story}.jsonl", lines)
    for story, lines in _rows(BUILD / DOUBTFUL.name):
        path = DOUBTFUL / f"{story}.jsonl"
        before = _lines(path) if path.exists() else []
        _write(path, [*before, *(line for line in lines if line not in before)])


if __name__ == "__main__":
    main()
