"""Facts told in many ways are well formed, and their pairs are labelled as they were written."""

from collections import Counter, defaultdict
from itertools import product

import pytest

from training.relation.facts import CONTRADICTS, ENTAILS, OPEN, SOME, Fact, pairs_of_facts, read_facts
from training.relation.passes import TOLD

FACT = Fact(
    "ferry",
    "how many drowned",
    ("number",),
    core=("Nine people drowned.", "The dead number nine."),
    more=("Nine people, one a child, drowned on Sunday.",),
    less=("People drowned.",),
    against=("Fourteen people drowned.", "The water took fourteen lives."),
    beside=("Nine people were saved.", "Fourteen people had drowned there in 1931."),
    against_more=("Fourteen people drowned within sight of the quay.", "On a calm day the sea took fourteen lives."),
)
OTHER = Fact(
    "ferry",
    "who steered",
    ("actor",),
    core=("The mate was at the wheel.", "The mate steered."),
    more=("The mate steered, as the captain slept.",),
    less=(),
    against=("The captain steered.", "The captain was at the wheel."),
    beside=("The mate had steered in May.", "The captain was saved."),
)
LABELS = {(pair.premise, pair.hypothesis): pair.label for pair in pairs_of_facts([FACT, OTHER])}


@pytest.mark.parametrize(
    ("premise", "hypothesis", "label"),
    [
        (FACT.core[0], FACT.core[1], ENTAILS),
        (FACT.more[0], FACT.core[0], ENTAILS),
        (FACT.core[0], FACT.more[0], OPEN),
        (FACT.core[0], FACT.less[0], ENTAILS),
        (FACT.less[0], FACT.core[0], OPEN),
        (FACT.against[0], FACT.against[1], ENTAILS),
        (FACT.core[1], FACT.against[1], CONTRADICTS),
        (FACT.against[1], FACT.core[1], CONTRADICTS),
        (FACT.more[0], FACT.against[0], CONTRADICTS),
        (FACT.against_more[0], FACT.core[0], CONTRADICTS),
        (FACT.against_more[0], FACT.against[0], ENTAILS),
        (FACT.against[0], FACT.against_more[0], OPEN),
        (FACT.against_more[0], FACT.against_more[1], OPEN),
    ],
)
def test_a_label_follows_from_the_places(premise: str, hypothesis: str, label: int) -> None:
    assert LABELS[premise, hypothesis] == label


def test_what_is_not_known_is_no_pair() -> None:
    assert not {(a, b) for a, b in LABELS if {a, b} == {FACT.less[0], FACT.against[0]}}


def test_what_is_beside_a_fact_or_another_fact_is_open_both_ways() -> None:
    near = set(FACT.beside) | set(OTHER.said)
    found = {
        (a, b): label for (a, b), label in LABELS.items() if (a in near) != (b in near) and {a, b} & set(FACT.said)
    }
    assert found
    assert set(found.values()) == {OPEN}
    assert all((b, a) in found for a, b in found)


def test_no_pair_of_the_facts_has_two_labels() -> None:
    labels = defaultdict(set)
    for pair in pairs_of_facts(read_facts()):
        labels[pair.premise, pair.hypothesis].add(pair.label)
    assert labels
    assert not [pair for pair, found in labels.items() if len(found) > 1]


def test_every_fact_can_be_told_apart() -> None:
    for fact in read_facts():
        parts = (fact.core, fact.more, fact.less, fact.denied, fact.beside)
        said = [text for part in parts for text in part]
        assert len(said) == len(set(said)), fact.topic
        assert len(fact.core) > 1, fact.topic
        assert len(fact.denied) > 1 or len(fact.beside) > 1, fact.topic


def test_what_is_told_in_full_has_all_kinds_of_sentences() -> None:
    for fact in read_facts(*TOLD):
        assert min(map(len, (fact.denied, fact.beside))) > 1, fact.topic
        assert fact.more, fact.topic


def test_a_story_is_trained_on_or_not() -> None:
    told = read_facts()
    kept, seen = ({fact.story for fact in told if fact.held_out is held} for held in (True, False))
    assert kept
    assert not kept & seen


def test_pairs_are_the_same_every_time() -> None:
    assert pairs_of_facts([FACT, OTHER]) == pairs_of_facts([FACT, OTHER])
    assert next(iter(product(FACT.said, FACT.against))) in LABELS


def test_a_few_pairs_of_a_fact_are_of_every_label() -> None:
    some = pairs_of_facts([FACT, OTHER], sparing=True)
    assert {(pair.premise, pair.hypothesis, pair.label) for pair in some} < {
        (*pair, label) for pair, label in LABELS.items()
    }
    counts = Counter(pair.label for pair in some)
    assert all(0 < counts[label] <= most * len([FACT, OTHER]) for label, most in SOME.items())
    assert some == pairs_of_facts([FACT, OTHER], sparing=True)


def test_the_relation_of_two_sentences_follows_from_their_places_too() -> None:
    told = {(pair.premise, pair.hypothesis): pair.relation for pair in pairs_of_facts([FACT, OTHER])}
    assert told[FACT.core[0], FACT.core[1]] == "agree"
    assert told[FACT.more[0], FACT.against[1]] == told[FACT.against[1], FACT.more[0]] == "conflict"
    assert {told[pair] for pair in told if set(pair) & set(FACT.beside)} == {"unrelated"}
    assert not told[FACT.more[0], FACT.core[0]]
