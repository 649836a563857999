"""The words that hang on a word, in the order that spaCy gives them in, and deeper than its stack goes."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

import pipeline
from pipeline.tag.subtrees import subtree

VOCAB = Vocab()
DEEP = 40_000  # words that each hang on the next: spaCy's own ends the process


def _sentence(heads: list[int]) -> Doc:
    return Doc(VOCAB, words=["so"] * len(heads), heads=heads, deps=["dep"] * len(heads))


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """The head of each word: any other that is nearer to the root."""
    order = draw(st.permutations(range(draw(st.integers(1, 12)))))
    heads = [0] * len(order)
    for place, word in enumerate(order):
        heads[word] = draw(st.sampled_from(order[: place or 1]))
    return heads


@given(trees())
def test_the_words_and_the_order_are_spacys(heads: list[int]) -> None:
    for word in _sentence(heads):
        assert subtree(word) == list(word.subtree)


@pytest.mark.parametrize("step", [1, -1])
def test_words_that_hang_on_each_other_without_end(step: int) -> None:
    doc = _sentence([min(max(0, i + step), DEEP - 1) for i in range(DEEP)])
    assert [word.i for word in subtree(doc[-1 if step > 0 else 0])] == list(range(DEEP))


def test_nothing_asks_spacy_for_them() -> None:
    code = {path: path.read_text(encoding="utf-8") for path in Path(pipeline.__path__[0]).rglob("*.py")}
    asking = {path.name for path, text in code.items() if re.search(r"\.subtree\b(?!`)", text)}
    assert not asking
