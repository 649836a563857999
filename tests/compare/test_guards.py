"""The guards: tests/cases/compare/guards.toml."""

import pytest

from pipeline.compare.guards import both_tell_of_both, two_propositions
from pipeline.workers import Runner
from tests.compare.cases import exchanged
from tests.compare.reading import aligned, article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/guards"))
def test_guards(case: Case, runner: Runner) -> None:
    (pair,) = aligned(claims_of(article("a", case["a"]), article("b", case["b"])), runner)
    assert two_propositions(pair) == case["reason"]
    assert two_propositions(exchanged(pair)) == case["reason"]


@pytest.mark.parametrize(
    ("more_of_a", "more_of_b", "both"),
    [
        ("Ellmouth lost its harbour.", "Tolvik has 900 inhabitants.", True),
        ("The harbour is closed.", "Tolvik has 900 inhabitants.", False),
        ("Ellmouth lost its harbour.", "The harbour is closed.", False),
    ],
)
def test_two_articles_that_know_both_places_tell_of_two(
    more_of_a: str, more_of_b: str, *, both: bool, runner: Runner
) -> None:
    a = "A shelter was set up in the sports hall of Tolvik.", more_of_a
    b = "A shelter was set up in the sports hall of Ellmouth.", more_of_b
    pair = aligned(claims_of(article("a", *a), article("b", *b)), runner)[0]
    assert both_tell_of_both(pair) is both
    assert both_tell_of_both(exchanged(pair)) is both


def test_two_people_may_be_taken_for_one_another(runner: Runner) -> None:
    a = "Anna Varga opened the sluice.", "Nobody saw Jonas Lindqvist."
    b = "Jonas Lindqvist opened the sluice.", "Nobody saw Anna Varga."
    pair = aligned(claims_of(article("a", *a), article("b", *b)), runner)[0]
    assert not both_tell_of_both(pair)
