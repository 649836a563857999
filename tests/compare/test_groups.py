"""Positions and groups: tests/cases/compare/groups.toml, and what holds for any claims and pairs."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compare.groups import group_claims
from pipeline.compare.summary import Names
from pipeline.records import Claim, ClaimGroup, ClaimPair, Relation, Status
from tests.compare.making import claim, claims_in, pair, pairs_in, worlds
from tests.tables import Case, load


def _names(claims: list[Claim]) -> Names:
    return Names({claim.article_id: claim.article_id.upper() for claim in claims})


def _shown(group: ClaimGroup) -> str:
    return f"{' | '.join(' '.join(position.claims) for position in group.positions)}: {group.status}"


@pytest.mark.parametrize("case", load("compare/groups"))
def test_groups(case: Case) -> None:
    claims = claims_in(case["claims"])
    apart = [(x, y) for x, y in (note.split() for note in case.get("apart", []))]
    groups = group_claims(list(claims.values()), pairs_in(case["pairs"], claims), _names(list(claims.values())), apart)
    assert [_shown(group) for group in groups] == case["groups"]
    if "coverage" in case:
        cells = [", ".join(f"{article}: {cell}" for article, cell in group.coverage) for group in groups]
        assert cells == case["coverage"]
    if "summaries" in case:
        assert [group.summary for group in groups] == case["summaries"]


def test_a_row_names_who_stands_where() -> None:
    claims = claims_in(["a1", "b1", "c1", "d1", "e1"])
    notes = ["a1 agree b1", "a1 conflict c1 number", "b1 conflict c1 date", "a1 differ d1 certainty"]
    group, other = group_claims(
        list(claims.values()), pairs_in([*notes, "b1 differ d1 certainty"], claims), _names(list(claims.values()))
    )
    assert group.supporting == ("a", "b")
    assert group.conflicting == ("c",)
    assert group.silent == ("e",)
    assert group.n_articles == group.n_origins == 4
    assert group.difference_types == ("certainty", "date", "number")
    assert [position.name for position in group.positions] == ["A", "B", "C"]
    assert group.group_id == "g1"
    assert other.silent == ("a", "b", "c", "d")


def test_the_statement_is_the_claim_that_the_most_pairs_rest_on() -> None:
    claims = [claim("a1", "a", worth=0.9), claim("b1", "b"), claim("c1", "c", worth=0.8)]
    pairs = [pair(claims[0], claims[1]), pair(claims[1], claims[2])]
    (group,) = group_claims(claims, pairs, _names(claims))
    assert group.statement == "Claim b1."


def test_ids_stay_when_an_article_is_added() -> None:
    claims = claims_in(["a1", "b2", "b3"])
    before = group_claims(
        list(claims.values()), pairs_in(["a1 conflict b2 number"], claims), _names([*claims.values()])
    )
    more = claims | claims_in(["c4", "c5"])
    after = group_claims(
        list(more.values()),
        pairs_in(["a1 conflict b2 number", "a1 agree c4", "b2 conflict c4"], more),
        _names([*more.values()]),
    )
    assert {group.group_id for group in before} <= {group.group_id for group in after}


@given(worlds())
def test_every_claim_is_in_one_position_of_one_group(world: tuple[list[Claim], list[ClaimPair]]) -> None:
    claims, pairs = world
    groups = group_claims(claims, pairs, _names(claims))
    placed = [name for group in groups for position in group.positions for name in position.claims]
    assert sorted(placed) == sorted(claim.claim_id for claim in claims)
    assert len({group.group_id for group in groups}) == len(groups)


@given(worlds())
def test_both_sides_of_a_conflict_are_in_one_disputed_group(world: tuple[list[Claim], list[ClaimPair]]) -> None:
    claims, pairs = world
    groups = group_claims(claims, pairs, _names(claims))
    at = {name: group for group in groups for position in group.positions for name in position.claims}
    for p in pairs:
        if p.relation is Relation.CONFLICT:
            assert at[p.claim_a] is at[p.claim_b]
            assert at[p.claim_a].status is Status.DISPUTED


@given(worlds(), st.randoms(use_true_random=False))
def test_order_changes_nothing(world: tuple[list[Claim], list[ClaimPair]], random: Random) -> None:
    claims, pairs = world
    expected = group_claims(claims, pairs, _names(claims))
    claims, pairs = random.sample(claims, len(claims)), random.sample(pairs, len(pairs))
    assert group_claims(claims, pairs, _names(claims)) == expected


@given(worlds())
def test_cells_and_counts_fit_the_positions(world: tuple[list[Claim], list[ClaimPair]]) -> None:
    claims, pairs = world
    for group in group_claims(claims, pairs, _names(claims)):
        cells = dict(group.coverage)
        there = {article for position in group.positions for article in position.articles}
        assert cells.keys() == there == set("abcd") - set(group.silent)
        assert group.n_articles == len(there) >= group.n_origins >= 1
        for position in group.positions:
            for article in position.articles:
                clashing = any(f"conflict:{position.name}" in cell.split(";") for cell in cells.values())
                assert not clashing or f"conflict:{position.name}" in cells[article].split(";")
        disputed = any(cell.startswith("conflict") for cell in cells.values())
        assert disputed is (group.status is Status.DISPUTED)
