"""Which pairs the entailment model is asked about: tests/cases/compare/screening.toml."""

import tomllib
from collections.abc import Iterable, Mapping

import pytest

from pipeline.compare.entailment import Inference
from pipeline.compare.reading import Texts, read_both_ways
from pipeline.compare.relation import judge
from pipeline.compare.rule import Pair
from pipeline.compare.screening import (
    HALF,
    SCREEN,
    UNASKED,
    answered,
    is_worth_asking,
    is_worth_asking_back,
    longer_first,
)
from pipeline.compare.seeing import see
from pipeline.workers import Runner
from tests.compare.cases import exchanged
from tests.compare.reading import aligned, article, claims_of
from tests.tables import Case, load


def _pair(a: str, b: str, runner: Runner) -> Pair:
    (pair,) = aligned(claims_of(article("a", a), article("b", b)), runner)
    return pair


@pytest.mark.parametrize("case", load("compare/screening"))
def test_screening(case: Case, runner: Runner) -> None:
    pair = _pair(case["a"], case["b"], runner)
    assert is_worth_asking(see(pair)) is case["asked"]
    assert is_worth_asking(see(exchanged(pair))) is case["asked"]
    assert longer_first(pair) is not longer_first(exchanged(pair))


def test_what_is_spared_is_unrelated_and_costs_no_answer(runner: Runner) -> None:
    pair = _pair("The ferry Anna sank with 40 on board.", "In May 1931 honey of Oskel won 3 prizes.", runner)
    asked: list[Texts] = []

    def ask(questions: Iterable[Texts]) -> Mapping[Texts, Inference]:
        asked.extend(questions)
        return {}

    (read,) = read_both_ways([pair], ask)
    assert not asked
    assert read.spared
    assert judge(read).relation is None


def test_what_the_rules_relate_is_always_asked_about_both_ways(runner: Runner) -> None:
    pair = _pair("Parliament debated it for nine hours.", "Members of parliament argued for nine hours.", runner)
    seen = see(pair)
    assert seen.ruling.relation is not None
    assert is_worth_asking_back(seen, Inference(0.0, 0.0))


def test_an_answer_that_says_nothing_spares_the_other(runner: Runner) -> None:
    seen = see(_pair("The water entered 300 homes in Tolvik.", "In Tolvik, 12 suspects were arrested.", runner))
    assert is_worth_asking(seen)
    assert not is_worth_asking_back(seen, Inference(0.0, 0.0))
    assert is_worth_asking_back(seen, Inference(0.9, 0.0))


def test_every_signal_has_its_weight(runner: Runner) -> None:
    signals = see(_pair("The lock opened in 1931.", "The lock was shut in 1931.", runner)).signals
    weights = tomllib.loads(SCREEN.read_text(encoding="utf-8"))
    assert weights[UNASKED].keys() == {"", *signals}
    assert weights[HALF].keys() == {"", *signals, *answered(Inference(0.5, 0.5))}
