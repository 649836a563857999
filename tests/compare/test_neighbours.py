"""Which articles are laid side by side."""

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from pipeline.compare.copies import SPEAKERS
from pipeline.compare.neighbours import MOST, find_neighbours
from pipeline.records import Claim
from tests.compare.making import claim

WORDS = [f"w{i}" for i in range(40)]


def _speaking_of(*things: str) -> list[Claim]:
    return [claim(f"c{thing}", "a", thing, origin="-".join(things)) for thing in things]


def test_articles_of_one_story_meet_and_others_do_not() -> None:
    flood = [_speaking_of("flood", "river", "bridge", own) for own in ("pump", "school", "boat")]
    trial = [_speaking_of("trial", "judge", "witness", own) for own in ("court", "prison", "appeal")]
    assert find_neighbours([*flood, *trial]) == [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)]


def test_stories_of_one_kind_do_not_meet_where_each_has_its_own() -> None:
    kind = WORDS[:4]
    fires = [
        [
            _speaking_of(*kind, *(f"{town}{i}" for i in range(9)), *(f"{town}-{own}{i}" for i in range(9)))
            for own in "abc"
        ]
        for town in ("ashby", "corley", "dunmore")
    ]
    one_story = {(3 * town + i, 3 * town + j) for town in range(3) for i, j in ((0, 1), (0, 2), (1, 2))}
    assert set(find_neighbours([article for town in fires for article in town])) == one_story
    assert find_neighbours([fires[0][0], fires[1][0]]) == [(0, 1)]


def test_beside_a_rewritten_copy_the_rest_of_the_story_is_still_near() -> None:
    story = [f"own{i}" for i in range(6)]
    copies = [[_speaking_of(*story, *WORDS[half : half + 20], f"cut{i}") for i in range(2)] for half in (0, 20)]
    pairs = find_neighbours([*copies[0], *copies[1]])
    assert (0, 1) in pairs
    assert (0, 2) in pairs


def test_an_article_that_begins_with_a_copied_passage_is_its_own() -> None:
    copied = claim("c0", "a", "flood river", origin="wire")
    own = [claim(f"c{i}", "a", f"trial judge {i}", origin="own") for i in range(2)]
    far = _speaking_of("trial", "judge", "prison")
    wire = [[claim("c9", "w", "flood river bridge", origin="wire")]] * 2
    pairs = find_neighbours([[copied, *own], far, *wire])
    assert (0, 1) in pairs
    assert (1, 2) not in pairs


def test_names_count_as_words_do() -> None:
    one, other = ([claim("c1", word, word, entities=("nato", "iran"))] for word in ("talk", "sign"))
    assert find_neighbours([one, other]) == [(0, 1)]
    assert find_neighbours([_speaking_of("talk"), _speaking_of("sign")]) == []


def test_two_articles_alone_meet_though_they_share_most_of_their_words() -> None:
    assert find_neighbours([_speaking_of(*WORDS), _speaking_of(*WORDS[:20])]) == [(0, 1)]


def test_an_article_has_so_many_neighbours_at_most_and_those_are_the_closest() -> None:
    story = [_speaking_of("flood", "river", f"own{i}") for i in range(MOST + 1)]
    closest = _speaking_of("flood", "river", "own0")
    pairs = find_neighbours([*story, closest])
    assert (0, len(story)) in pairs
    assert all(sum(i in pair for pair in pairs) >= MOST for i in range(len(story)))


def test_copies_count_as_one_and_are_laid_beside_a_few_of_each_other() -> None:
    copy, own = [claim("c1", "a", "flood river bridge", origin="wire")], _speaking_of("flood", "river", "pump")
    pairs = find_neighbours([*[copy] * 100, own])
    beside = Counter(i for pair in pairs for i in pair)
    assert all(SPEAKERS <= beside[i] <= SPEAKERS + 1 for i in range(SPEAKERS, 100))
    assert (0, 99) in pairs
    assert all((i, 100) in pairs for i in range(100))


def test_an_article_without_words_has_no_neighbours() -> None:
    assert find_neighbours([[], _speaking_of("flood"), _speaking_of("flood")]) == [(1, 2)]
    assert find_neighbours([]) == []


@given(st.lists(st.sets(st.sampled_from(WORDS)), max_size=8), st.randoms(use_true_random=False))
def test_order_changes_nothing(articles: list[set[str]], random: Random) -> None:
    made = [_speaking_of(*sorted(words)) for words in articles]
    order = list(range(len(made)))
    random.shuffle(order)
    shuffled = {frozenset((order[i], order[j])) for i, j in find_neighbours([made[at] for at in order])}
    assert shuffled == {frozenset(pair) for pair in find_neighbours(made)}
