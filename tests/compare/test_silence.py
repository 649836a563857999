"""Which articles are said to be silent."""

from pipeline.compare.silence import ALL_ARE_ASKED, who_is_silent

STORIES = [f"{story}{i:03}" for story in "ab" for i in range(ALL_ARE_ASKED)]
NEIGHBOURS = [(0, 1), (0, 2), (1, 2), (ALL_ARE_ASKED, ALL_ARE_ASKED + 1)]


def test_in_a_folder_of_one_story_all_the_others_are_silent() -> None:
    silence = who_is_silent(["c", "a", "b"], [])
    assert silence(frozenset({"a"})) == ("b", "c")
    assert silence(frozenset("abc")) == ()


def test_in_a_folder_of_many_stories_only_those_of_the_same_are() -> None:
    silence = who_is_silent(STORIES, NEIGHBOURS)
    assert silence(frozenset({"a000"})) == ("a001", "a002")
    assert silence(frozenset({"a000", "a001"})) == ("a002",)
    assert silence(frozenset({"b000"})) == ("b001",)
    assert silence(frozenset({"a199"})) == ()
