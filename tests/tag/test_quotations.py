"""Whose words a sentence is: tests/cases/tag/quotations.toml."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tag.quotations import closed, quotations
from tests.tables import Case, load
from tests.tag.cases import lines_of, tagged


@pytest.mark.parametrize("case", load("tag/quotations"))
def test_speakers(case: Case) -> None:
    said = [statement.attribution for statement in tagged(lines_of(case)).statements]
    assert [f"{one.source} {one.cue}" for one in said] == case["spoken"]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("“The bank knew.", "“The bank knew.”"),
        ("It did nothing,” she said.", "“It did nothing,” she said."),
        ('"The bank knew.', '"The bank knew."'),
        ('It did nothing," she said.', '"It did nothing," she said.'),
        ('She said: "It did nothing.', 'She said: "It did nothing."'),
        ("“The bank knew,” she said.", "“The bank knew,” she said."),
        ('The "green" paint', 'The "green" paint'),
    ],
)
def test_marks_are_closed(words: str, whole: str) -> None:
    assert closed(words) == whole


@given(st.text(alphabet='a .“”"', max_size=30))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    at = 0
    for span in quotations(text, 0, len(text)):
        assert at <= span.start < span.end <= len(text)
        at = span.end
