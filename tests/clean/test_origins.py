"""Which articles are copies of which."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.origins import find_origins
from pipeline.records import Article
from tests.blocks import article_of

STORY = [
    "The council of Tarn voted on Monday to close the old bridge, which engineers had called unsafe since the spring.",
    "Forty members were for it and twelve against, and the mayor, who had asked for a delay, left before the count.",
    "The bridge, built in 1871, carried nine thousand cars a day until a crack was found in its northern arch.",
    "Repairs will cost four million euros, according to the works office, and the money is not in this year's budget.",
    "A ferry that last ran in 1962 is to take over from June, and buses will go round by the mill until then.",
]
OTHER = [
    "Tarn's busiest crossing will shut, councillors decided, after months of argument over who should pay for it.",
    "Shopkeepers on the north bank fear for their trade, and a petition with six thousand names had asked for help.",
    "Nobody has said when the arch will be mended, but the works office wants to begin before the winter floods.",
    "In the old town people remember the last time this happened: it took eleven years.",
]
QUOTATION = "“We have waited long enough, and I will not be the mayor who waited for somebody to fall into the river,”"


def article(article_id: str, lines: Sequence[str], *, published: str = "", declared: str = "") -> Article:
    made = article_of(lines, article_id=article_id)
    return replace(made, metadata=replace(made.metadata, published=published), declared_origin=declared)


def changed(lines: Sequence[str], every: int) -> list[str]:
    """The lines with one word in `every` replaced."""
    words = iter(range(10_000))
    return [" ".join(f"x{n}" if (n := next(words)) % every == 0 else word for word in line.split()) for line in lines]


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY[:-1],
        STORY[1:],
        ["heading 1 @title: Bridge to close", *STORY],
        ["byline: From our desk", *STORY, "© 2020 Openfield Notes"],
        changed(STORY, 10),
        [line.upper() for line in STORY],
        [" ".join(STORY)],
        ["furniture: " + OTHER[0], "furniture: " + OTHER[1], *STORY],
        changed(STORY, 5),
    ],
    ids=[
        "the same",
        "last paragraph cut",
        "first paragraph cut",
        "another title",
        "byline and footer added",
        "a tenth of the words changed",
        "in capitals",
        "other paragraphs",
        "among other furniture",
        "a fifth of the words changed",
    ],
)
def test_a_copy(copy: list[str]) -> None:
    assert find_origins([article("a", STORY), article("b", copy)]).origin == {"a": "a", "b": "a"}


@pytest.mark.parametrize(
    "independent",
    [
        OTHER,
        [*OTHER, QUOTATION, QUOTATION.replace("mayor", "woman")],
        [*OTHER, STORY[1]],
        changed(STORY, 3),
        ["furniture: " + line for line in STORY] + OTHER,
        ["The council of Tarn voted on Monday to close the old bridge."],
        [],
    ],
    ids=[
        "other words",
        "long quotations",
        "one paragraph borrowed",
        "rewritten",
        "the story in the sidebar",
        "too short to tell",
        "empty",
    ],
)
def test_no_copy(independent: list[str]) -> None:
    story = [*STORY, QUOTATION, QUOTATION.replace("mayor", "woman")]
    assert find_origins([article("a", story), article("b", independent)]).origin == {"a": "a", "b": "b"}


def test_the_earliest_is_the_origin() -> None:
    copies = [
        article("a", STORY),
        article("b", STORY, published="2021-02-04"),
        article("c", STORY, published="2021-02-03"),
    ]
    assert set(find_origins(copies).origin.values()) == {"c"}


def test_copies_of_copies_are_one_family() -> None:
    articles = [article("a", STORY), article("b", STORY[1:]), article("c", STORY[2:])]
    assert set(find_origins(articles).origin.values()) == {"a"}


def test_a_text_around_two_stories_makes_no_family_of_them() -> None:
    """It holds most of each, so that none of the three is independent of it, and has an origin of its own."""
    own = "A third matter was put off until the summer, as nobody had read the papers on it, and two members slept."
    found = find_origins(
        [article("a", STORY[:2]), article("b", [*STORY[:2], own, own[2:], *OTHER[:2]]), article("c", OTHER[:2])]
    )
    assert set(found.family.values()) == {"a"}
    assert found.origin["a"] != found.origin["c"]


@pytest.mark.parametrize(
    ("beginning", "whole", "origin"),
    [
        ({"published": "2021-02-04"}, {"published": "2021-02-03"}, "b"),
        ({"published": "2021-02-03"}, {"published": "2021-02-04"}, "a"),
        ({"published": "2021-02-03"}, {"published": "2021-02-03"}, "a"),
        ({}, {}, "a"),
        ({}, {"declared": "Agency"}, "Agency"),
        ({"declared": "Agency"}, {"published": "2021-02-03"}, "Agency"),
    ],
    ids=["cut later", "written around it", "the same day", "undated", "cut from what is declared", "declared itself"],
)
def test_the_beginning_of_a_longer_text(beginning: dict[str, str], whole: dict[str, str], origin: str) -> None:
    articles = [article("a", STORY[:2], **beginning), article("b", [*STORY, *OTHER], **whole)]
    found = find_origins(articles)
    assert found.origin["a"] == origin
    assert (found.origin["b"] == origin) is (origin == "b" or "declared" in whole)
    assert len(set(found.family.values())) == 1


def test_a_declared_origin_is_never_overruled() -> None:
    articles = [article("a", STORY, declared="Agency"), article("b", STORY, declared="Paper"), article("c", OTHER)]
    assert find_origins(articles).origin == {"a": "Agency", "b": "Paper", "c": "c"}


def test_a_declared_origin_joins_articles_that_no_words_join() -> None:
    articles = [article("a", STORY, declared="Agency"), article("b", OTHER, declared="Agency")]
    assert set(find_origins(articles).origin.values()) == {"Agency"}


def test_a_copy_has_the_origin_that_is_declared_for_what_it_copies() -> None:
    articles = [article("a", STORY, published="2021-02-04", declared="Agency"), article("b", STORY)]
    assert find_origins(articles).origin == {"a": "Agency", "b": "Agency"}


LINES = st.lists(st.sampled_from(STORY + OTHER), max_size=6)


@given(st.data())
def test_the_order_does_not_matter(data: st.DataObject) -> None:
    pages = data.draw(st.lists(LINES, max_size=5))
    declared = data.draw(st.lists(st.sampled_from(["", "", "Agency", "Paper"]), min_size=5, max_size=5))
    articles = [article(f"a{i}", lines, declared=declared[i]) for i, lines in enumerate(pages)]
    origins = find_origins(articles)
    assert find_origins(data.draw(st.permutations(articles))) == origins
    assert set(origins.origin) == set(origins.family) == {a.article_id for a in articles}
    assert set(origins.origin.values()) <= set(origins.origin) | {"Agency", "Paper"}
    assert len(set(origins.family.values())) <= len(set(origins.origin.values()))
