"""Doubtful conflicts that another voice bears out: tests/cases/compare/corroboration.toml, and the real thing."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compare.belief import LEAST
from pipeline.compare.comparison import compare_articles
from pipeline.compare.corroboration import corroborated
from pipeline.records import Claim, ClaimPair, Relation
from pipeline.workers import Runner
from tests.compare.making import claims_in, pair, pairs_in, worlds
from tests.compare.reading import article, tagged
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/corroboration"))
def test_corroborated(case: Case) -> None:
    claims = claims_in(case["claims"])
    pairs, doubtful = pairs_in(case["pairs"], claims), pairs_in(case["doubtful"], claims)
    found = {f"{row.claim_a} {row.claim_b}": row for row in corroborated(claims.values(), pairs, doubtful)}
    added = {name: row for name, row in found.items() if row not in pairs}
    assert added.keys() == case["believed"].keys()
    assert {f"{row.claim_a} {row.claim_b}" for row in pairs} <= found.keys()
    for name, words in case["believed"].items():
        assert (added[name].relation, added[name].confidence) == (Relation.CONFLICT, LEAST)
        assert added[name].explanation.endswith(f"Another voice has it too: “{words}”")


@given(worlds(), st.data())
def test_the_order_of_rows_is_nothing_to_it(world: tuple[list[Claim], list[ClaimPair]], data: st.DataObject) -> None:
    claims, pairs = world
    related = {(row.claim_a, row.claim_b) for row in pairs}
    by_id = {claim.claim_id: claim for claim in claims}
    open_ones = [(x, y) for x in by_id for y in by_id if x[1] < y[1] and (x, y) not in related]
    chosen = data.draw(st.lists(st.sampled_from(open_ones), unique=True, max_size=8))
    doubtful = [pair(by_id[x], by_id[y], Relation.CONFLICT, "number", confidence=0.6) for x, y in chosen]
    found = corroborated(claims, pairs, doubtful)
    assert set(pairs) <= set(found)
    mixed = Random(0)
    assert found == corroborated(
        mixed.sample(claims, len(claims)), mixed.sample(pairs, len(pairs)), mixed.sample(doubtful, len(doubtful))
    )


TOLD = (
    "The museum will reopen its doors in May.",
    "The museum is to stay shut until the autumn.",
    "The museum will stay closed until autumn.",
)


@pytest.mark.parametrize(("voices", "conflicts"), [((0, 1), 0), ((0, 2), 0), ((0, 1, 2), 2)])
def test_a_third_article_settles_what_two_leave_open(voices: tuple[int, ...], conflicts: int, runner: Runner) -> None:
    articles = tagged(*(article("abc"[i], TOLD[i]) for i in voices))
    pairs = compare_articles(articles, runner).pairs
    assert sum(row.relation is Relation.CONFLICT for row in pairs) == conflicts
