"""Which pairs are looked at: tests/cases/compare/candidates.toml, and what holds for any vectors."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compare.candidates import FLOOR, MOST, find_candidates
from pipeline.compare.vectors import vectors_of
from pipeline.records import Claim, Value, ValueKind
from pipeline.workers import Runner
from tests.compare.making import claim
from tests.compare.reading import article, claims_of
from tests.tables import Case, load

UNITS = np.eye(6, dtype=np.float32)
YEAR = Value(0, 0, ValueKind.DATE, 711493, 711857)


def _found(claims: Sequence[Claim], vectors: np.ndarray) -> list[tuple[int, int]]:
    """The candidates between all articles, by the index of the claims."""
    at = {name: [i for i, c in enumerate(claims) if c.article_id == name] for name in {c.article_id for c in claims}}
    return sorted(
        (min(a[i], b[j]), max(a[i], b[j]))
        for a, b in combinations(at.values(), 2)
        for i, j in find_candidates([claims[i] for i in a], [claims[j] for j in b], vectors[a], vectors[b])
    )


@pytest.mark.parametrize("case", load("compare/candidates"))
def test_candidates(case: Case, runner: Runner) -> None:
    read = claims_of(*(article(name, *said) for name, said in case["articles"].items()))
    claims = [claim for claims in read for claim in claims]
    numbers = [f"{one[0].article_id}{i}" for one in read for i, _ in enumerate(one, 1)]
    assert len(claims) == sum(map(len, case["articles"].values()))
    vectors = vectors_of(claims, runner)
    found = _found(claims, np.stack([vectors[claim.text] for claim in claims]))
    pairs = {f"{numbers[i]} {numbers[j]}" for i, j in found}
    assert len(pairs & set(case["related"])) >= case["recall"]
    assert not pairs & set(case["unrelated"])


def _along(angle_cosine: float) -> np.ndarray:
    """Two unit vectors with the given cosine."""
    other = angle_cosine * UNITS[0] + np.sqrt(1 - angle_cosine**2) * UNITS[1]
    return np.stack([UNITS[0], other]).astype(np.float32)


def _two(**of_both: object) -> list[Claim]:
    return [claim("c1", "a", **of_both), claim("c2", "b", **of_both)]  # type: ignore[arg-type]


def test_the_floor_itself_is_enough() -> None:
    assert _found(_two(), _along(FLOOR)) == [(0, 1)]
    assert _found(_two(), _along(FLOOR - 0.001)) == []


def test_a_name_and_a_value_in_common_are_enough() -> None:
    assert _found(_two(entities=("nato",), values=(YEAR,)), UNITS[:2]) == [(0, 1)]
    assert _found(_two(entities=("nato",)), UNITS[:2]) == []
    assert _found(_two(values=(YEAR,)), UNITS[:2]) == []


def test_no_claims_make_no_candidates() -> None:
    assert _found([], np.zeros((0, 6), dtype=np.float32)) == []


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 5)), max_size=12))
def test_never_two_of_one_article_and_always_all_that_are_alike(rows: list[tuple[str, int]]) -> None:
    claims = [claim(f"c{i}", name) for i, (name, _) in enumerate(rows)]
    vectors = UNITS[[direction for _, direction in rows]] if rows else np.zeros((0, 6), dtype=np.float32)
    expected = [
        (i, j)
        for i, (name, direction) in enumerate(rows)
        for j, (other, another) in enumerate(rows)
        if i < j and name != other and direction == another
    ]
    assert _found(claims, vectors) == expected


def test_where_all_are_alike_each_has_its_nearest() -> None:
    """Two tables of a hundred rows: not ten thousand pairs, and no row without the one that is most like it."""
    a, b = ([claim(f"{name}{i}", name, entities=("cup",), values=(YEAR,)) for i in range(100)] for name in "ab")
    turned = np.linspace(0.0, 0.5, 100)
    rows = np.stack([np.cos(turned), np.sin(turned)], axis=1).astype(np.float32)
    found = find_candidates(a, b, rows, rows)
    assert 100 * MOST <= len(found) <= 200 * MOST
    assert {(i, i) for i in range(100)} <= set(found)
    assert len(find_candidates(a[: MOST + 1], b, rows[: MOST + 1], rows)) < (MOST + 1) * 100
    assert len(find_candidates(a[:MOST], b[:MOST], rows[:MOST], rows[:MOST])) == MOST**2
