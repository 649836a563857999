"""Clusters of claims: how strong a link has to be, and what never shares one."""

import pytest
from hypothesis import given

from pipeline.compare.positions import Partition, find_positions
from pipeline.records import Claim, ClaimPair, Relation
from tests.compare.making import claim, pair, worlds


def _articles(pairs: list[ClaimPair]) -> dict[str, str]:
    return {p.claim_a: p.article_a for p in pairs} | {p.claim_b: p.article_b for p in pairs}


def test_clusters_are_sorted() -> None:
    partition = Partition({"c3": "c1", "c1": "c1", "c2": "c2"})
    assert partition.clusters() == [["c1", "c3"], ["c2"]]


@pytest.mark.parametrize(("links", "together"), [(1, False), (2, True), (4, True)])
def test_half_of_the_pairs_across_have_to_be_related(links: int, together: bool) -> None:  # noqa: FBT001
    a, b, c, d = (claim(f"c{i}", name) for i, name in enumerate("abcd"))
    strong = [pair(a, b, confidence=0.9), pair(c, d, confidence=0.9)]
    weak = [pair(a, c), pair(b, d), pair(a, d), pair(b, c)][:links]
    positions, groups = find_positions(_articles([*strong, *weak]), {}, [*strong, *weak])
    assert (positions.head["c0"] == positions.head["c2"]) is together
    assert positions == groups


def test_differences_join_groups_and_no_positions() -> None:
    a, b = claim("c1", "a"), claim("c2", "b")
    some = [pair(a, b, Relation.DIFFER, "certainty")]
    positions, groups = find_positions(_articles(some), {}, some)
    assert len(positions.clusters()) == 2
    assert len(groups.clusters()) == 1


def _positions(world: tuple[list[Claim], list[ClaimPair]]) -> tuple[Partition, Partition]:
    claims, pairs = world
    bases = {claim.claim_id: claim.repeat_of for claim in claims if claim.repeat_of}
    return find_positions({claim.claim_id: claim.article_id for claim in claims}, bases, pairs)


@given(worlds())
def test_no_position_holds_a_conflict(world: tuple[list[Claim], list[ClaimPair]]) -> None:
    positions, groups = _positions(world)
    for row in world[1]:
        if row.relation is Relation.CONFLICT:
            assert positions.head[row.claim_a] != positions.head[row.claim_b]
            assert groups.head[row.claim_a] == groups.head[row.claim_b]


@given(worlds())
def test_repeats_stay_with_what_they_repeat(world: tuple[list[Claim], list[ClaimPair]]) -> None:
    positions, _ = _positions(world)
    assert all(positions.head[one.claim_id] == positions.head[one.repeat_of] for one in world[0] if one.repeat_of)


@given(worlds())
def test_a_position_lies_in_one_group(world: tuple[list[Claim], list[ClaimPair]]) -> None:
    positions, groups = _positions(world)
    assert all(len({groups.head[name] for name in cluster}) == 1 for cluster in positions.clusters())
    placed = [name for cluster in positions.clusters() for name in cluster]
    assert sorted(placed) == sorted(one.claim_id for one in world[0])
