"""What the larger model learns from and is asked, and what of its answers is learnt."""

from collections import defaultdict

import pytest

from training.relation.learnt import learnt, smoothed
from training.relation.pairs import UNKNOWN, LabelledPair, is_kept_aside, read_all_drawn, read_kept_aside
from training.relation.teacher.asked import ASKED, asked, nearest
from training.relation.teacher.lessons import Lesson, joined, lesson

OPINION = (0.1, 0.2, 0.7, 0.0, 0.2, 0.8, 0.0)


def test_a_label_alone_is_learnt_smoothed() -> None:
    inferred, related = learnt(LabelledPair("It rained.", "It was dry.", 2, "doc", "conflict"))
    assert (inferred.index(max(inferred)), related.index(max(related))) == (2, 2)
    assert (sum(inferred), sum(related)) == pytest.approx((1, 1))
    assert min(*inferred, *related) > 0


def test_an_opinion_alone_is_learnt_as_it_is() -> None:
    assert learnt(LabelledPair("It rained.", "It was dry.", UNKNOWN, "doc", "", OPINION)) == (
        list(OPINION[:3]),
        list(OPINION[3:]),
    )


def test_of_a_label_and_an_opinion_half_of_each_is_learnt() -> None:
    inferred, related = learnt(LabelledPair("It rained.", "It rained a lot.", 1, "doc", "differ", OPINION))
    assert inferred == pytest.approx([(one + other) / 2 for one, other in zip(smoothed(1, 3), OPINION, strict=False)])
    assert related == pytest.approx([(one + other) / 2 for one, other in zip(smoothed(1, 4), OPINION[3:], strict=True)])


def test_what_nobody_said_is_not_learnt() -> None:
    assert learnt(LabelledPair("It rained.", "It rained a lot.", 1, "doc"))[1] == [0, 0, 0, 0]


def test_both_orders_of_two_texts_are_one_lesson() -> None:
    there, back = LabelledPair("Two died.", "Some died.", 0, "doc"), LabelledPair("Some died.", "Two died.", 1, "doc")
    assert joined([there, back]) == [Lesson("Two died.", "Some died.", 0, 1, UNKNOWN)]
    assert joined([there]) == [Lesson("Two died.", "Some died.", 0, UNKNOWN, UNKNOWN)]


def test_a_lesson_turned_says_the_same() -> None:
    lesson = Lesson("Two died.", "Some died.", 0, 1, 1)
    assert lesson.turned() == Lesson("Some died.", "Two died.", 1, 0, 1)
    assert lesson.turned().turned() == lesson


def test_nothing_kept_aside_is_taught_and_what_is_labelled_is_asked_about_as_it_is() -> None:
    drawn, found = read_all_drawn(), asked()
    assert not [pair for pair in drawn if is_kept_aside(pair.story)]
    assert not {(pair.a, pair.b) for pair in read_kept_aside()} & {(one.a, one.b) for one in found}
    labels: dict[tuple[str, str], set[Lesson]] = defaultdict(set)
    for pair in drawn:
        labels[pair.a, pair.b].add(lesson(pair))
    known = [one for one in found if (one.a, one.b) in labels]
    assert len(known) >= ASKED["drawn"]
    assert all(one in labels[one.a, one.b] for one in known)


def test_nearest_leaves_out_what_is_labelled_a_near_copy_or_shares_no_word() -> None:
    claims = ["Nine people drowned.", "Nine people drowned today.", "Nine drowned off Bray.", "It snowed."]
    labelled = {frozenset(("Nine people drowned.", "Nine drowned off Bray."))}
    assert nearest(claims, labelled) == [
        ("Nine people drowned.", "Nine people drowned today."),
        ("Nine people drowned today.", "Nine drowned off Bray."),
    ]
    assert nearest(["The dead number nine.", "The dead number nine!"], ()) == []
