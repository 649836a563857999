"""The scorer of bench/entities.py against the examples that the papers work out."""

import pytest

from bench.coreference.scores import Chain, all_scores, chains_of, score


def _chains(*chains: str) -> list[Chain]:
    return [frozenset(chain) for chain in chains]


# Bagga and Baldwin 1998, "Algorithms for scoring coreference chains": one wrong link between chains of 2 and 5, and
# one between chains of 5 and 5. CEAFe of both: Luo 2005, "On coreference resolution performance metrics", table 1.
TRUTH = _chains("12345", "67", "89ABC")
SMALL_ERROR = _chains("12345", "6789ABC")
LARGE_ERROR = _chains("1234589ABC", "67")
# Pradhan et al. 2014, "Scoring coreference partitions of predicted mentions", section 5; LEA of the same: Moosavi and
# Strube 2016, "Which coreference evaluation metric do you trust?", section 4.
KEY = _chains("abc", "defg")
RESPONSE = _chains("ab", "cd", "fghi")


@pytest.mark.parametrize(
    ("metric", "key", "response", "recall", "precision", "f1"),
    [
        ("MUC", TRUTH, SMALL_ERROR, 1.0, 0.90, 0.947),
        ("MUC", TRUTH, LARGE_ERROR, 1.0, 0.90, 0.947),
        ("B3", TRUTH, SMALL_ERROR, 1.0, 0.762, 0.865),
        ("B3", TRUTH, LARGE_ERROR, 1.0, 0.583, 0.737),
        ("CEAFe", TRUTH, SMALL_ERROR, 0.611, 0.917, 0.733),
        ("CEAFe", TRUTH, LARGE_ERROR, 0.556, 0.833, 0.667),
        ("MUC", KEY, RESPONSE, 0.40, 0.40, 0.40),
        ("B3", KEY, RESPONSE, 0.417, 0.50, 0.455),
        ("CEAFe", KEY, RESPONSE, 0.65, 0.433, 0.52),
        ("LEA", KEY, RESPONSE, 0.238, 0.333, 0.278),
    ],
)
def test_published_examples(
    metric: str, key: list[Chain], response: list[Chain], recall: float, precision: float, f1: float
) -> None:
    assert score(metric, key, response) == pytest.approx((recall, precision, f1), abs=0.0006)


def test_perfect_and_hopeless() -> None:
    assert set(all_scores(TRUTH, TRUTH).values()) == {1.0}
    assert set(all_scores(_chains("abc"), _chains("xyz")).values()) == {0.0}


def test_a_mention_alone_counts_only_where_both_leave_it_alone() -> None:
    assert score("LEA", _chains("a", "bc"), _chains("a", "bc"))[2] == 1.0
    assert score("LEA", _chains("a", "bc"), _chains("abc"))[0] == pytest.approx(2 / 3)


def test_chains_from_labels() -> None:
    assert chains_of([("a", 1), ("b", 2), ("c", 1)]) == _chains("ac", "b")
