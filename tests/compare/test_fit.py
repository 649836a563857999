"""How close two claims have to be before any rule is asked."""

import pytest

from pipeline.compare.fit import (
    ALIKE_RELATED,
    MOST_SHARED,
    SHARED_VALUE,
    SHARING_AGREE,
    SPECIFIC_AGREE,
    fit,
    misfit,
    needed,
)
from pipeline.compare.rule import Pair
from pipeline.workers import Runner
from tests.compare.cases import exchanged, ruled_in


def _pair(a: str, b: str, runner: Runner) -> Pair:
    found = ruled_in({"a": a, "b": b}, runner)
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    ("a", "b", "more"),
    [
        ("The lock opened.", "The lock opened.", 0),
        ("The lock opened in May 1931.", "The lock opened in May 1931.", SHARED_VALUE),
        ("The lock opened in 1931.", "The lock opened in 1931.", 0),  # half a story is of one year
        ("40 boats sank.", "40 boats sank.", SHARED_VALUE),
        ("40 boats sank.", "44 boats sank.", 0),
        ("40 boats and 9 rafts sank in May 1931.", "40 boats and 9 rafts sank in May 1931.", MOST_SHARED),
    ],
)
def test_shared_values_bring_claims_closer(a: str, b: str, more: float, runner: Runner) -> None:
    pair = _pair(a, b, runner)
    assert fit(pair) - pair.alignment.score == pytest.approx(more)
    assert fit(exchanged(pair)) == fit(pair)


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ("The storm sank 40 boats.", "Herring is eaten raw.", "different things"),
        ("NATO was founded in 1949.", "NATO was established in 1955.", "hardly a word"),
        ("The storm sank 40 boats.", "40 boats sank in the storm.", ""),
    ],
)
def test_misfit(a: str, b: str, why: str, runner: Runner) -> None:
    pair = _pair(a, b, runner)
    found = misfit(pair)
    assert why in found
    assert bool(found) is bool(why)
    assert misfit(exchanged(pair)) == found


@pytest.mark.parametrize(
    ("a", "b", "least"),
    [
        ("Gardens need rain.", "Gardens need water.", ALIKE_RELATED),
        ("This need is great.", "Gardens need water.", SHARING_AGREE),
        ("Norway needs rain.", "Norway needs water.", SHARING_AGREE),
        ("40 gardens need rain.", "40 gardens need water.", SHARING_AGREE),
        ("Norway needs rain.", "Denmark needs water.", SPECIFIC_AGREE),
        ("Norway needs rain.", "Gardens need water.", SPECIFIC_AGREE),
    ],
)
def test_who_names_more_has_to_be_closer(a: str, b: str, least: float, runner: Runner) -> None:
    assert needed(_pair(a, b, runner)) == least
