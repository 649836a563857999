import pytest

from pipeline.tag.times import time_words, times_apart
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("tag/times"))
def test_time_words(case: Case) -> None:
    assert time_words(case["text"]) == tuple(case["times"])


@pytest.mark.parametrize("case", load("tag/times", "pair"))
def test_times_apart(case: Case) -> None:
    one, other = time_words(case["a"]), time_words(case["b"])
    assert times_apart(one, other) is times_apart(other, one) is case["apart"]
