"""How claims are laid side by side: the same both ways round, and whatever a third article says."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from pipeline.compare.alignment import SPECIFIC, Alignment, SideBySide
from pipeline.compare.background import LIGHT, LIGHT_WEIGHT, Background, Vector, rows_of
from pipeline.compare.comparison import compare_articles
from pipeline.compare.vectors import vectors_of
from pipeline.records import Claim
from pipeline.workers import Runner
from tests.compare.making import claim
from tests.compare.reading import article, claims_of, tagged

A = (
    "The storm of 1926 sank 40 boats in the harbour of Oskel.",
    "The council approved the plan for a lock.",
    "The lock was opened by King Haakon in May 1931.",
    "Herring may return to the coast, the ministry said.",
)
B = (
    "In 1926 a gale sank 31 boats in the harbour of Oskel.",
    "The plan for a lock was rejected by the council.",
    "King Haakon opened the lock in 1931.",
    "The ministry said that mistrust of herring was rare.",
)
C = (
    "The storm of 1926 sank 40 boats in the harbour of Oskel.",
    "King Haakon opened a school in 1931.",
    "Locks need care.",
)


@pytest.fixture(scope="module")
def read(runner: Runner) -> tuple[list[Claim], list[Claim], dict[str, Vector]]:
    a, b = claims_of(article("a", *A), article("b", *B))
    return a, b, vectors_of(a + b, runner)


def _aligned(x: Claim, y: Claim, both: Sequence[Claim], vectors: Mapping[str, Vector]) -> Alignment:
    return SideBySide((x,), (y,), Background(both, rows_of(both, vectors)), vectors).alignment(0, 0)


def _turned(pairs: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(y, x) for x, y in pairs}


def test_it_is_the_same_both_ways_round(read: tuple[list[Claim], list[Claim], dict[str, Vector]]) -> None:
    a, b, vectors = read
    for x in a:
        for y in b:
            there, back = _aligned(x, y, a + b, vectors), _aligned(y, x, b + a, vectors)
            assert back.score == pytest.approx(there.score, abs=2e-4)
            assert (back.coverage_a, back.coverage_b) == pytest.approx((there.coverage_b, there.coverage_a), abs=2e-4)
            assert (set(back.matched), set(back.surely)) == (_turned(there.matched), _turned(there.surely))
            assert (back.only_a, back.only_b) == (there.only_b, there.only_a)
            assert (back.lead_a, back.lead_b) == pytest.approx((there.lead_b, there.lead_a), abs=2e-4)


def test_numbers_are_in_their_bounds(read: tuple[list[Claim], list[Claim], dict[str, Vector]]) -> None:
    a, b, vectors = read
    for x in a:
        for y in b:
            found = _aligned(x, y, a + b, vectors)
            assert 0 <= found.coverage_a <= 1 + 1e-4
            assert 0 <= found.overlap <= 1 + 1e-4
            assert -1 <= found.residual <= 1 + 1e-4
            assert set(found.surely) <= set(found.matched)
            assert not {x for x, _ in found.surely} & set(found.only_a)


def test_the_true_partner_fits_best(read: tuple[list[Claim], list[Claim], dict[str, Vector]]) -> None:
    a, b, vectors = read
    for i, x in enumerate(a):
        scores = [_aligned(x, y, a + b, vectors).score for y in b]
        assert scores.index(max(scores)) == i


def test_opposites_do_not_match(read: tuple[list[Claim], list[Claim], dict[str, Vector]]) -> None:
    a, b, vectors = read
    found = _aligned(a[1], b[1], a + b, vectors)
    assert "approve" in found.only_a
    assert "reject" in found.only_b


def test_claims_without_words_share_none(runner: Runner) -> None:
    empty, full = claim("c1", "a"), claim("c2", "b", "storm boat")
    vectors = vectors_of([empty, full], runner)
    found = _aligned(empty, full, [empty, full], vectors)
    assert (found.coverage_a, found.overlap, found.only_b) == (0, 0, ("storm", "boat"))


def test_a_rare_word_weighs_more_than_a_common_or_a_light_one() -> None:
    claims = [claim(f"c{i}", "ab"[i % 2], "storm boat" if i else "storm herring crucial") for i in range(30)]
    background = Background(claims, np.zeros((30, 4), dtype=np.float32))
    assert background.weight("herring") == pytest.approx(1.0)
    assert background.weight("storm") < SPECIFIC < background.weight("herring")
    assert "crucial" in LIGHT
    assert background.weight("crucial") == pytest.approx(LIGHT_WEIGHT)


def test_the_cast_of_both_is_everywhere_in_a_long_story() -> None:
    def story(count: int) -> Background:
        claims = [
            claim(f"{name}{i}", name, entities=("norway",) if name == "a" or i % 2 else ("iceland",))
            for name in "ab"
            for i in range(count)
        ]
        return Background(claims, np.zeros((len(claims), 4), dtype=np.float32))

    assert story(20).everywhere == {"norway"}
    assert story(4).everywhere == frozenset()  # too short to tell


def test_a_third_article_changes_no_verdict(runner: Runner) -> None:
    two = compare_articles(tagged(article("a", *A), article("b", *B)), runner)
    three = compare_articles(tagged(article("a", *A), article("b", *B), article("c", *C)), runner)
    assert two.pairs
    assert tuple(pair for pair in three.pairs if "c" not in {pair.article_a, pair.article_b}) == two.pairs
    assert any("c" in {pair.article_a, pair.article_b} for pair in three.pairs)
    assert three.claims[: len(two.claims)] == two.claims
