"""Fit the screen: which pairs the entailment model need not be asked about.

    python -m training.decision.screen

Reads every candidate pair of the whole articles that the relation model was not trained on (training/stories) as a run
without a screen does, and writes pipeline/compare/screen.toml: two logistic regressions (Cox 1958) of whether
that reading finds the two related, one on what is known before the model is asked, one with its first answer too.
Printed, on predictions for stories left out of the fit: what is asked, and what is lost, from each pair of thresholds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from pipeline.compare.entailment import UNRELATED
from pipeline.compare.reading import Asked, read_seen
from pipeline.compare.relation import is_open, verdict_on
from pipeline.compare.screening import HALF, SCREEN, UNASKED, answered, longer_first
from pipeline.compare.seeing import see
from pipeline.records import Relation
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner
from training.decision.examples import unseen_drawn
from training.stories.read import pairs_of

BUILD = Path(__file__).parent / "build"
FOLDS = 8
FIRST, SECOND = (0.0, 0.005, 0.01, 0.015, 0.02), (0.0, 0.01, 0.015, 0.02)
CONFLICT_COUNTS = 5  # times another relation: one in twenty of the related is a conflict, and none may be missed
HEADER = """\
# Written by training/decision/screen.py, not to be edited by hand: how much each signal says for two claims being
# related, "" being the constant.
"""


@dataclass(frozen=True)
class Candidate:
    """An open pair that the rules do not relate, and what a full reading of it comes to."""

    story: str
    before: Mapping[str, float]  # signals
    half: Mapping[str, float]  # with those of the first answer
    verdict: str
    label: str  # by readers; "" where they have not read it


def candidates(story: str, labels: Mapping[tuple[str, str], str], runner: Runner) -> Iterator[Candidate]:
    seen = [one for one in map(see, pairs_of(story, runner)) if is_open(one) and one.ruling.relation is None]
    for one in read_seen(seen, Asked(), sparing=False):
        first = one.pair.says[0 if longer_first(one.pair) else 1]
        label = labels.get((one.pair.a.text, one.pair.b.text), "")
        verdict = verdict_on(one).relation or UNRELATED
        yield Candidate(story, one.signals, {**one.signals, **answered(first)}, verdict, label)


def read() -> list[Candidate]:
    with Store(BUILD) as store:
        runner = Runner(Settings(), store, here=True)
        return [
            candidate
            for story, rows in unseen_drawn().items()
            for candidate in candidates(story, {(row.a, row.b): row.relation for row in rows}, runner)
        ]


@dataclass(frozen=True)
class Table:
    """Signals as an array (candidates, signals), and beside it whether a full reading finds them related."""

    signals: tuple[str, ...]
    x: NDArray[np.float64]
    verdict: NDArray[np.str_]
    story: NDArray[np.str_]


def table_of(rows: Sequence[Mapping[str, float]], found: Sequence[Candidate]) -> Table:
    names = tuple(rows[0])
    return Table(
        names,
        np.array([[row[name] for name in names] for row in rows]),
        np.array([one.verdict for one in found]),
        np.array([one.story for one in found]),
    )


def fitted(table: Table, rows: NDArray[np.int64]) -> LogisticRegression:
    verdict = table.verdict[rows]
    counts = np.where(verdict == Relation.CONFLICT, CONFLICT_COUNTS, 1)
    return LogisticRegression(max_iter=5_000).fit(table.x[rows], verdict != UNRELATED, counts)


def left_out(table: Table) -> NDArray[np.float64]:
    """The chance of each candidate by a fit that has not seen its story."""
    chances = np.zeros(len(table.x))
    for train, test in GroupKFold(FOLDS).split(table.x, table.verdict, table.story):
        chances[test] = fitted(table, train).predict_proba(table.x[test])[:, 1]
    return chances


def report(found: Sequence[Candidate], before: NDArray[np.float64], half: NDArray[np.float64]) -> None:
    verdict, label = (np.array([getattr(one, name) for one in found]) for name in ("verdict", "label"))
    related = verdict != UNRELATED
    true = related & (label != UNRELATED) & (label != "")
    print(
        f"{len(found)} candidates that no rule relates, {related.sum()} found related, {true.sum()} of them so labelled"
    )
    for first, second in product(FIRST, SECOND):
        asked = before >= first
        both = asked & (half >= second)
        kinds = ", ".join(f"{kind} {(~both & (verdict == kind)).sum()}" for kind in ("agree", "differ", "conflict"))
        share = (asked.sum() + both.sum()) / (2 * len(found))
        print(f"from {first:.3f} and {second:.3f}: asks {share:.1%}; loses {kinds}; {(true & ~both).sum()} labelled so")


def lines(name: str, table: Table) -> Iterator[str]:
    model = fitted(table, np.arange(len(table.x)))
    yield f'\n["{name}"]\n"" = {model.intercept_[0]:.3f}'
    yield from (f'"{signal}" = {weight:.3f}' for signal, weight in zip(table.signals, model.coef_[0], strict=True))


def main() -> None:
    found = read()
    before, half = table_of([one.before for one in found], found), table_of([one.half for one in found], found)
    report(found, left_out(before), left_out(half))
    parts = [HEADER.rstrip(), *lines(UNASKED, before), *lines(HALF, half)]
    SCREEN.write_text("\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
