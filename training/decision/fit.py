"""Fit the decision: how much each signal counts for each relation.

    python -m training.decision.fit

Reads build/examples.jsonl (gather.py) and writes pipeline/compare/scorecard.toml: a multinomial logistic regression
(Cox 1958) with an L2 penalty, which is chosen on predictions for stories left out of the fit; they are printed.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import GroupKFold

from pipeline.compare.belief import LEAST
from pipeline.compare.entailment import RELATIONS, UNRELATED
from pipeline.compare.scorecard import SCORECARD
from training.decision.examples import DRAWN, ROW, STRANGE

EXAMPLES = Path(__file__).parent / "build" / "examples.jsonl"
FOLDS = 8
PENALTIES = (0.1, 0.3, 1.0, 3.0, 10.0)  # inverse strengths
UNRELATED_COUNTS = 1 / 3  # of a pair of whole articles; there are so many that the others would drown
HEADER = """\
# Written by training/decision/fit.py, not to be edited by hand: how much each signal counts for each relation, "" being
# the constant.
"""


@dataclass(frozen=True)
class Table:
    """Examples as arrays: x (examples, signals), and beside it the relation, the story and the kind."""

    signals: tuple[str, ...]
    x: NDArray[np.float64]
    relation: NDArray[np.str_]
    story: NDArray[np.str_]
    kind: NDArray[np.str_]


def read() -> Table:
    rows = [json.loads(line) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    names = tuple(rows[0]["signals"])
    return Table(
        names,
        np.array([[row["signals"][name] for name in names] for row in rows]),
        np.array([row["relation"] for row in rows]),
        np.array([row["story"] for row in rows]),
        np.array([row["kind"] for row in rows]),
    )


def fitted(table: Table, rows: NDArray[np.int64], penalty: float) -> LogisticRegression:
    counts = np.ones(len(table.x))
    counts[(table.relation == UNRELATED) & (table.kind != ROW)] = UNRELATED_COUNTS
    return LogisticRegression(C=penalty, max_iter=5_000).fit(table.x[rows], table.relation[rows], counts[rows])


def left_out(table: Table, penalty: float) -> NDArray[np.float64]:
    """Chances (examples, relations) by fits that have not seen the example's story."""
    chances = np.zeros((len(table.x), len(RELATIONS)))
    for train, test in GroupKFold(FOLDS).split(table.x, table.relation, table.story):
        model = fitted(table, train, penalty)
        columns = [RELATIONS.index(name) for name in model.classes_]
        chances[np.ix_(test, columns)] = model.predict_proba(table.x[test])
    return chances


def loss(table: Table, chances: NDArray[np.float64]) -> float:
    true = [RELATIONS.index(name) for name in table.relation]
    return float(-np.log(chances[np.arange(len(true)), true].clip(1e-9)).mean())


def lines(model: LogisticRegression, signals: tuple[str, ...]) -> Iterator[str]:
    yield HEADER.rstrip()
    for relation in RELATIONS:
        row = list(model.classes_).index(relation)
        yield f'\n[{relation}]\n"" = {model.intercept_[row]:.3f}'
        yield from (f'"{name}" = {weight:.3f}' for name, weight in zip(signals, model.coef_[row], strict=True))


def main() -> None:
    table = read()
    tried = {penalty: left_out(table, penalty) for penalty in PENALTIES}
    penalty = min(PENALTIES, key=lambda one: loss(table, tried[one]))
    chances = tried[penalty]
    for one, its in tried.items():
        print(f"penalty {one}: log loss {loss(table, its):.4f}")
    called = chances.copy()
    called[called[:, RELATIONS.index("conflict")] < LEAST, RELATIONS.index("conflict")] = 0
    guess = np.array(RELATIONS)[called.argmax(axis=1)]
    print(f"penalty {penalty}; of the stories left out:")
    for kind in (ROW, DRAWN):
        some = table.kind == kind
        print(kind, classification_report(table.relation[some], guess[some], digits=3, zero_division=0), sep="\n")
    strange = table.kind == STRANGE
    wrong = {relation: int((guess[strange] == relation).sum()) for relation in RELATIONS}
    print(f"{STRANGE} ({int(strange.sum())}), all unrelated, called: {wrong}")
    model = fitted(table, np.arange(len(table.x)), penalty)
    SCORECARD.write_text("\n".join(lines(model, table.signals)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
