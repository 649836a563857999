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
from sklearn.preprocessing import StandardScaler

from pipeline.compare.belief import LEAST
from pipeline.compare.relation import RELATIONS, UNRELATED
from pipeline.compare.scorecard import SCORECARD
from training.decision.examples import DRAWN, ROW, STRANGE

EXAMPLES = Path(__file__).parent / "build" / "examples.jsonl"
FOLDS = 8
# The inverse strength of the penalty, on signals that are brought to one scale. Of 0.01 to 3 the log loss on stories
# left out is least at 0.01, by 0.01; from there to 0.3 figures and dates count for more, and the dev stories of
# bench/verdicts.py and bench/groups.py come out best.
PENALTY = 0.3
STRANGE_COUNTS, DRAWN_COUNTS = 1 / 3, 1 / 2  # of an unrelated pair; there are so many that the others would drown
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


def fitted(table: Table, rows: NDArray[np.int64]) -> LogisticRegression:
    """A regression on the signals as they are, fitted to them on one scale: so the penalty is the same for each."""
    counts = np.ones(len(table.x))
    unrelated = table.relation == UNRELATED
    counts[unrelated & (table.kind == STRANGE)] = STRANGE_COUNTS
    counts[unrelated & (table.kind == DRAWN)] = DRAWN_COUNTS
    scale = StandardScaler().fit(table.x[rows])
    model = LogisticRegression(C=PENALTY, max_iter=1_000)
    model.fit(scale.transform(table.x[rows]), table.relation[rows], counts[rows])
    model.coef_ = model.coef_ / scale.scale_
    model.intercept_ = model.intercept_ - model.coef_ @ scale.mean_
    return model


def left_out(table: Table) -> NDArray[np.float64]:
    """Chances (examples, relations) by fits that have not seen the example's story."""
    chances = np.zeros((len(table.x), len(RELATIONS)))
    for train, test in GroupKFold(FOLDS).split(table.x, table.relation, table.story):
        model = fitted(table, train)
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
    chances = left_out(table)
    called = chances.copy()
    called[called[:, RELATIONS.index("conflict")] < LEAST, RELATIONS.index("conflict")] = 0
    guess = np.array(RELATIONS)[called.argmax(axis=1)]
    print(f"of the stories left out (log loss {loss(table, chances):.4f}):")
    for kind in (ROW, DRAWN):
        some = table.kind == kind
        print(kind, classification_report(table.relation[some], guess[some], digits=3, zero_division=0), sep="\n")
    strange = table.kind == STRANGE
    wrong = {relation: int((guess[strange] == relation).sum()) for relation in RELATIONS}
    print(f"{STRANGE} ({int(strange.sum())}), all unrelated, called: {wrong}")
    model = fitted(table, np.arange(len(table.x)))
    SCORECARD.write_text("\n".join(lines(model, table.signals)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
