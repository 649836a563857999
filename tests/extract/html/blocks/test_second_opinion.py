from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.html.blocks.second_opinion import LONGEST, covered, second_opinion, words_of
from pipeline.extract.html.dom import read
from pipeline.extract.html.parsing import parse

WORDS = st.lists(st.sampled_from("abcdef"), max_size=12)
PROSE = "The two sides agreed to extend the treaty by five years, officials said on Wednesday in the capital."


@given(st.lists(WORDS, max_size=6))
def test_a_text_covers_itself_and_nothing_covers_nothing(blocks):
    assert covered(blocks, [word for words in blocks for word in words]) == [float(bool(words)) for words in blocks]
    assert covered(blocks, []) == [0.0] * len(blocks)


@given(st.lists(WORDS, max_size=6), WORDS)
def test_no_more_is_covered_than_was_taken(blocks, taken):
    shares = covered(blocks, taken)
    assert all(0 <= share <= 1 for share in shares)
    assert sum(share * len(words) for share, words in zip(shares, blocks, strict=True)) <= len(taken) + 1e-9


def test_of_a_page():
    body = "".join(f"<p>{PROSE} It was the {i}th time.</p>" for i in range(9))
    html = f"<html><body><nav><a href=/>Home</a><a href=/a>About us</a></nav><article>{body}</article></body></html>"
    pieces = read(parse(html).root)
    opinion = second_opinion(html, [words_of(piece.text) for piece in pieces])
    assert opinion is not None
    assert [share > 0.9 for share in opinion] == [piece.text.startswith("The two") for piece in pieces]


def test_of_a_page_that_is_too_large_there_is_none():
    assert second_opinion(" " * (LONGEST + 1), []) is None


def test_of_a_page_that_it_cannot_read_there_is_silence():
    pieces = read(parse("<p>one two</p>").root)
    assert second_opinion("", [words_of(piece.text) for piece in pieces]) == [0.0]
