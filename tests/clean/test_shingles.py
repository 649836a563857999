"""Which texts share runs of words."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.shingles import NEIGHBOURS, sharing, shingled

FEWEST = 3
SETS = st.lists(st.frozensets(st.integers(-9, 9)), max_size=NEIGHBOURS + 1)


@given(SETS)
def test_no_pair_of_a_small_collection_is_missed(texts: list[frozenset[int]]) -> None:
    pairs = ((i, j, len(texts[i] & texts[j])) for i, j in combinations(range(len(texts)), 2))
    assert list(sharing(texts, FEWEST)) == [pair for pair in pairs if pair[2] >= FEWEST]


@given(st.lists(st.frozensets(st.integers(-9, 9)), max_size=3 * NEIGHBOURS))
def test_what_two_share_is_counted_in_full_however_many_share_it(texts: list[frozenset[int]]) -> None:
    assert all(shared == len(texts[i] & texts[j]) for i, j, shared in sharing(texts, 1))


def test_of_many_copies_each_meets_the_first_and_its_neighbours() -> None:
    count = 200
    texts = [frozenset(range(30)) for _ in range(count)]
    found = [(first, second) for first, second, _ in sharing(texts, FEWEST)]
    assert {(i, i + 1) for i in range(count - 1)} <= set(found)
    assert {(0, i) for i in range(1, count)} <= set(found)
    assert len(found) <= count * (NEIGHBOURS + 1)


@pytest.mark.parametrize(
    ("text", "spans", "runs"),
    [
        ("one two three four", [(0, 18)], 1),
        ("one two three", [(0, 13)], 0),
        ("one two -- three four five", [(0, 7), (11, 26)], 2),
        ("", [], 0),
    ],
    ids=["four words", "three words", "over two spans", "nothing"],
)
def test_runs(text: str, spans: list[tuple[int, int]], runs: int) -> None:
    found = shingled(text, spans)
    assert len(found.runs) == runs
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == list(found.words)


def test_case_and_signs_do_not_matter() -> None:
    one, other = "The bridge, built in 1871,", "THE BRIDGE built in 1871"
    assert shingled(one, [(0, len(one))]).runs == shingled(other, [(0, len(other))]).runs
