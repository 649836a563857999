"""What copies say in the same words counts once."""

import pytest

from pipeline.compare.copies import IN_FULL, SPEAKERS, echoes_in, echoing, pairs_between, pairs_once, said_once
from pipeline.compare.groups import group_claims
from pipeline.compare.pieces import near_pairs
from pipeline.compare.summary import Names
from pipeline.compare.vectors import vectors_of
from pipeline.records import Relation
from pipeline.workers import Runner
from tests.compare.making import claim, pair

COPIES = [claim(f"c{i:03}", f"wire{i:03}", "storm boat", origin="wire") for i in range(200)]
OTHER = claim("d1", "own", "storm boat")
NAMES = Names({one.article_id: one.article_id for one in [*COPIES, OTHER]})


def test_the_same_words_of_one_origin_are_said_once() -> None:
    edited = claim("b1", "wire000", "storm boat sank", origin="wire")
    assert said_once([*COPIES, OTHER, edited]) == {
        **{one.claim_id: "c000" for one in COPIES},
        "d1": "d1",
        "b1": "b1",
    }


def test_a_conflict_of_one_copy_is_that_of_all() -> None:
    agree, clash = pair(COPIES[5], OTHER, confidence=0.99), pair(COPIES[7], OTHER, Relation.CONFLICT, confidence=0.6)
    (once,) = pairs_once([agree, clash, pair(COPIES[1], COPIES[2])], said_once([*COPIES, OTHER]))
    assert {once.claim_a, once.claim_b} == {"c000", "d1"}
    assert once.relation is Relation.CONFLICT


def test_copies_are_one_position_though_most_were_never_laid_side_by_side() -> None:
    (group,) = group_claims([*COPIES, OTHER], [pair(COPIES[0], OTHER)], NAMES)
    assert (group.n_articles, group.n_origins, len(group.positions)) == (len(COPIES) + 1, 2, 1)
    (alone, _) = group_claims([*COPIES, OTHER], [], NAMES)
    assert (alone.n_articles, alone.n_origins) == (len(COPIES), 1)


@pytest.mark.parametrize(("one", "other"), [(1, 1), (3, 4), (SPEAKERS, SPEAKERS)])
def test_a_few_copies_are_laid_beside_all_of_another_origin(one: int, other: int) -> None:
    here, there = range(one), range(one, one + other)
    assert set(pairs_between(here, there)) == {(x, y) for x in here for y in there}
    assert set(pairs_between(here, here)) == {(x, y) for x in here for y in here if x < y}


def test_many_copies_cost_in_step_with_their_number() -> None:
    here, there = range(1_000), range(1_000, 3_000)
    assert len(set(pairs_between(here, there))) <= SPEAKERS * 3_000
    assert {x for both in pairs_between(here, there) for x in both} == set(range(3_000))


def test_a_copy_speaks_only_where_its_words_are_new() -> None:
    told = [{f"{i}a": "storm", f"{i}b": f"edited {i}", f"{i}c": "boat"} for i in range(9)]
    echoes = echoing(told)
    assert not any(echoes[:IN_FULL])
    assert all(found == {f"{i}a", f"{i}c"} for i, found in enumerate(echoes) if i >= IN_FULL)


def test_what_only_looks_like_an_echo() -> None:
    twice = [claim("e1", "wire999", "calm sea", origin="wire"), claim("e2", "wire999", "calm sea", origin="wire")]
    borrowed = [claim("f1", "wire999", "storm boat", origin="elsewhere")]
    others = [[claim(f"o{i}", f"own{i}", "storm boat")] for i in range(9)]
    assert echoes_in([*([one] for one in COPIES), [], [*twice, *borrowed], *others]) == {
        one.claim_id for one in COPIES[IN_FULL:]
    }


def test_an_echo_is_laid_beside_nothing(runner: Runner) -> None:
    copy = [claim("c900", "wire900", "storm boat", origin="wire"), claim("c901", "wire900", "boat sank", origin="wire")]
    vectors = vectors_of([*copy, OTHER], runner)

    def laid(*echoes: str) -> set[str]:
        return {pair.b.claim_id for pair in near_pairs([OTHER], copy, vectors, floor=-1, echoes=set(echoes))}

    assert laid() == {"c900", "c901"}
    assert laid("c900") == {"c901"}
    assert laid("c900", "c901") == laid("d1") == set()


def test_an_article_that_begins_with_a_copied_passage_is_no_copy() -> None:
    wire = [[claim(f"w{i}", f"wire{i}", "storm boat", origin="wire")] for i in range(IN_FULL)]
    passage = claim("p0", "host", "storm boat", origin="wire")
    host = [passage, *(claim(f"p{i}", "host", f"calm {i}", origin="host") for i in (1, 2))]
    assert echoes_in([*wire, host]) == frozenset()
    assert echoes_in([*wire, [passage]]) == {"p0"}
