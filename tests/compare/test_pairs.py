"""The rows of related pairs: what they quote, explain and entail."""

import pytest

from pipeline.compare.pairs import row_of
from pipeline.compare.relation import judge
from pipeline.compare.rule import Pair
from pipeline.records import ClaimPair, Relation
from pipeline.workers import Runner
from tests.compare.cases import exchanged, pair_in

CONFLICT = ("The storm of 1926 sank 40 boats in Oskel.", "The storm of 1926 sank 31 boats in Oskel.")
AGREE = ("King Haakon opened the lock in 1931.", "The lock was opened by King Haakon in 1931.")
DETAIL = ("King Haakon opened the lock.", "King Haakon opened the lock in May 1931.")
TWICE = ("Holm may have stolen the clock, Varga said.", "Holm stole the clock.")
NONE = ("The storm sank 40 boats.", "Herring is eaten raw.")


def _pair(sentences: tuple[str, str], runner: Runner) -> Pair:
    found = pair_in({"a": sentences[0], "b": sentences[1]}, runner)
    assert found is not None
    return found[0]


def _row(sentences: tuple[str, str], runner: Runner) -> ClaimPair:
    pair = _pair(sentences, runner)
    row = row_of(pair, judge(pair))
    assert row is not None
    return row


def test_a_conflict_quotes_what_clashes(runner: Runner) -> None:
    row = _row(CONFLICT, runner)
    assert (row.relation, row.difference_types) == (Relation.CONFLICT, ("number",))
    assert (row.evidence_a, row.evidence_b) == ("40", "31")
    assert row.explanation == "“40” against “31”: both cannot be right."
    assert (row.text_a, row.text_b) == CONFLICT
    assert (row.article_a, row.article_b) == ("a", "b")
    assert row.entails == ""


def test_an_agreement_names_the_words_that_meet(runner: Runner) -> None:
    row = _row(AGREE, runner)
    assert row.relation is Relation.AGREE
    assert row.entails == "both"
    assert row.explanation.startswith("Both say it: ")
    assert "lock" in row.explanation
    assert (row.evidence_a, row.evidence_b) == AGREE


@pytest.mark.parametrize(("sentences", "entails"), [(DETAIL, "b"), (DETAIL[::-1], "a")])
def test_who_says_more_entails_the_other(sentences: tuple[str, str], entails: str, runner: Runner) -> None:
    assert _row(sentences, runner).entails == entails


def test_several_differences_are_all_explained(runner: Runner) -> None:
    row = _row(TWICE, runner)
    assert row.difference_types == ("certainty", "attribution")
    assert "possible" in row.explanation
    assert "Varga" in row.explanation


def test_the_unrelated_have_no_row(runner: Runner) -> None:
    pair = _pair(NONE, runner)
    assert row_of(pair, judge(pair)) is None


@pytest.mark.parametrize("sentences", [CONFLICT, AGREE, DETAIL, TWICE, NONE])
def test_the_other_way_round_it_is_the_same_row(sentences: tuple[str, str], runner: Runner) -> None:
    pair = _pair(sentences, runner)
    there, back = (row_of(each, judge(each)) for each in (pair, exchanged(pair)))
    if there is None or back is None:
        assert there is back
        return
    assert (there.relation, there.confidence) == (back.relation, back.confidence)
    assert there.difference_types == back.difference_types
    assert (there.claim_a, there.evidence_a, there.text_a) == (back.claim_b, back.evidence_b, back.text_b)
    assert (there.claim_b, there.evidence_b, there.text_b) == (back.claim_a, back.evidence_a, back.text_a)
    assert there.entails == {"a": "b", "b": "a"}.get(back.entails, back.entails)
