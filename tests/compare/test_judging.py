"""Verdicts are kept for each two articles, and are the same when they are found again."""

from pathlib import Path

import pytest

from pipeline.compare import pieces
from pipeline.compare.entailment import infer
from pipeline.compare.judging import judge_all
from pipeline.compare.pieces import Judged
from pipeline.compare.vectors import vectors_of
from pipeline.records import Claim
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.store.housekeeping import held
from pipeline.workers import Runner
from tests.compare.reading import article, claims_of, runner_here

A = claims_of(
    article("a", "The storm of 1926 sank 40 boats in Oskel.", "King Haakon opened the lock in 1931."),
    article("b", "The storm of 1926 sank 31 boats in Oskel.", "Herring is dear."),
    article("c", "In Oskel a storm sank 40 boats in 1926.", "The lock was opened by King Haakon in 1931."),
)


def _judged(articles: list[list[Claim]], runner: Runner) -> tuple[Judged, int]:
    """The verdicts, and how many results the store holds then."""
    twos = [(i, j) for j in range(len(articles)) for i in range(j)]
    return judge_all(articles, twos, runner), sum(one.entries for one in held(runner.store))


def test_a_third_article_costs_its_own_pairs() -> None:
    with runner_here() as runner:
        two, kept = _judged(A[:2], runner)
        again, still = _judged(A[:2], runner)
        three, more = _judged(A, runner)
    assert (again, still) == (two, kept)
    assert more > kept
    assert set(two.pairs) < set(three.pairs)


def test_what_is_found_again_is_what_was_found() -> None:
    with runner_here() as runner:
        _judged(A[:2], runner)
        grown = _judged(A, runner)
    with runner_here() as runner:
        assert _judged(A, runner)[0] == grown[0]


def test_articles_without_claims_have_no_verdicts(runner: Runner) -> None:
    assert judge_all([[], A[0]], [(0, 1)], runner) == Judged()
    assert judge_all([], [], runner) == Judged()


def test_how_much_is_held_at_once_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with runner_here() as runner:
        whole, kept = _judged(A, runner)
    for name in ("SQUARE", "ROWS"):
        monkeypatch.setattr(pieces, name, 1)
    with runner_here() as runner:
        assert _judged(A, runner) == (whole, kept)
        assert whole.pairs


def test_what_could_not_be_judged_is_told_and_tried_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    claims = [claim for claims in A for claim in claims]
    with Store(tmp_path) as store:
        whole = Runner(Settings(), store, here=True)
        vectors_of(claims, whole)  # which are in the store then
        with Runner(Settings(seconds_per_input=0.05, workers=1), store) as hurried:
            assert judge_all(A, [(0, 1)], hurried) == Judged()
        assert "were not compared" in caplog.text
        assert hurried.unsettled
        assert judge_all(A, [(0, 1)], whole).pairs


def _questions(articles: list[list[Claim]], runner: Runner) -> int:
    """How often the model is asked, by a process that remembers nothing."""
    infer.cache_clear()
    _judged(articles, runner)
    return infer.cache_info().misses


def test_a_changed_article_costs_its_changed_claims() -> None:
    longer = claims_of(
        article("a", "The storm of 1926 sank 40 boats in Oskel.", "King Haakon opened the lock in 1931."),
        article("c", "In Oskel a storm sank 40 boats in 1926.", "Herring is dear."),
    )
    with runner_here() as runner:
        assert _questions([A[0], A[2]], runner) > 0
        changed = _questions(longer, runner)
    with runner_here() as runner:
        assert changed < _questions(longer, runner)
