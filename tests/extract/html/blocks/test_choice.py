from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.html.blocks.choice import FEWEST_BLOCKS, best_set, choose
from pipeline.extract.html.dom import read
from pipeline.extract.html.main_content import main_content
from pipeline.extract.html.parsing import parse

BLOCKS = st.lists(st.tuples(st.floats(0.01, 0.99), st.integers(1, 200)), min_size=1, max_size=7)
PROSE = "The two sides agreed to extend the treaty by five years, officials said on Wednesday in the capital."


def expected_f1(blocks, kept):
    right = sum(blocks[i][0] * blocks[i][1] for i in kept)
    return 2 * right / (sum(blocks[i][1] for i in kept) + sum(chance * size for chance, size in blocks))


@given(BLOCKS)
def test_no_other_set_is_better(blocks):
    kept, expected = best_set(*zip(*blocks, strict=True))
    every = chain.from_iterable(combinations(range(len(blocks)), n) for n in range(len(blocks) + 1))
    assert abs(expected - expected_f1(blocks, kept)) < 1e-9
    assert expected >= max(expected_f1(blocks, others) for others in every) - 1e-9


@given(BLOCKS)
def test_what_is_more_likely_is_kept_first(blocks):
    kept, _ = best_set(*zip(*blocks, strict=True))
    lost = set(range(len(blocks))) - kept
    assert all(blocks[i][0] >= blocks[j][0] for i in kept for j in lost)


def test_a_sketch_of_a_page_is_left_to_the_rules():
    html = "<nav>a</nav>" + f"<p>{PROSE}</p>" * (FEWEST_BLOCKS - 2)
    root = parse(html).root
    pieces = read(root)
    assert choose(html, pieces, main_content(root, pieces)) is None
    html += f"<p>{PROSE}</p>"
    root = parse(html).root
    pieces = read(root)
    assert choose(html, pieces, main_content(root, pieces)) is not None


def test_the_second_opinion_is_asked_for_only_where_it_may_be():
    body = "".join(f"<p>{PROSE} It was the {i}th time.</p>" for i in range(20))
    html = f"<html><body><nav><a href=/>Home</a></nav><article><h1>Treaty</h1>{body}</article></body></html>"
    root = parse(html).root
    pieces = read(root)
    main = main_content(root, pieces, ("Treaty",))
    for ask in (True, False):
        kept = choose(html, pieces, main, ask=ask)
        assert {i for i, piece in enumerate(pieces) if piece.text.startswith(PROSE)} <= kept
