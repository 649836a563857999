import pytest

from pipeline.extract.html.buttons import is_button
from pipeline.extract.html.parsing import parse


def first(html, tag):
    return next(node for node in parse(html).nodes if node.tag == tag)


@pytest.mark.parametrize(
    "inside", ["", "Share", "<span><svg></svg></span> Share", "<div><p>What is a lock?</p></div>", "<i></i>" * 29]
)
def test_something_to_press(inside):
    assert is_button(first(f"<button>{inside}</button><article>x</article>", "button"))


@pytest.mark.parametrize("inside", ["<main>x</main>", "<div><button>Search</button></div>", "<p>x</p>" * 30])
def test_the_rest_of_a_page(inside):
    assert not is_button(first(f"<button><div></button>{inside}", "button"))


def test_nothing_else_is_one():
    assert not is_button(first("<a role=button>Share</a>", "a"))
