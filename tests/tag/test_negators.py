"""Sentences of thousands of negations: read in steps that grow with their length, and however they hang together."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.records import Polarity
from pipeline.tag.certainty import read_polarity
from pipeline.tag.negators import count_negations


def _negated(nlp: Language, between: list[str], times: int) -> Doc:
    """ "It stood no no no ...", with every word below the verb."""
    words = ["It", "stood", *between * times, "."]
    return Doc(nlp.vocab, words, heads=[1] * len(words), deps=["nsubj", "ROOT", *["neg"] * (len(words) - 3), "punct"])


def _steps(read: Callable[[], object]) -> int:
    """How often a function is entered, or goes on, in reading."""
    count = 0

    def step(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(step)
    try:
        read()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("between", [["no"], ["never", "until"], ["no", "until", "only"]])
def test_twice_the_words_twice_the_steps(nlp: Language, between: list[str]) -> None:
    docs = [_negated(nlp, between, times) for times in (200, 400)]
    once, twice = (_steps(lambda doc=doc: read_polarity(doc[1], denied=False)) for doc in docs)
    assert 200 < once < twice < 2.2 * once
    once, twice = (_steps(lambda doc=doc: count_negations(doc)) for doc in docs)
    assert 200 < once < twice < 2.2 * once


@pytest.mark.parametrize(
    ("between", "times", "negations"),
    [(["no"], 3, 3), (["never", "until"], 2, 0), (["until", "no"], 2, 1), (["no", "only"], 2, 0)],
)
def test_what_denies(nlp: Language, between: list[str], times: int, negations: int) -> None:
    doc = _negated(nlp, between, times)
    assert count_negations(doc) == negations
    assert read_polarity(doc[1], denied=False) is (Polarity.NEGATIVE if negations % 2 else Polarity.POSITIVE)


def test_an_until_of_another_clause_says_nothing(nlp: Language) -> None:
    words = "He never came , and she slept until noon .".split()
    deps = "nsubj neg ROOT punct cc nsubj {} prep pobj punct"
    joined = Doc(nlp.vocab, words, heads=[2, 2, 2, 2, 2, 6, 2, 6, 7, 2], deps=deps.format("conj").split())
    apart = Doc(nlp.vocab, words, heads=[2, 2, 2, 2, 2, 6, 6, 6, 7, 6], deps=deps.format("ROOT").split())
    assert [count_negations(joined), count_negations(apart)] == [0, 1]


def test_a_chain_of_auxiliaries_is_read(nlp: Language) -> None:
    words = ["It", *["did"] * 5_000, "stand", "."]
    verb = len(words) - 2
    heads = [verb, *range(2, verb + 1), verb, verb]
    doc = Doc(nlp.vocab, words, heads=heads, deps=["nsubj", *["aux"] * 5_000, "ROOT", "punct"])
    assert read_polarity(doc[verb], denied=False) is Polarity.POSITIVE
