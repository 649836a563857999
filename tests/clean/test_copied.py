"""What an article copies from another inside a text of its own."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.articles import clean_articles
from pipeline.records import Article, CleanArticle
from tests.blocks import article_of
from tests.clean.test_origins import OTHER, QUOTATION, STORY, article, changed

LONG = [
    *OTHER,
    "The governor has written to both banks, and neither has answered her in the time that the town's charter sets.",
    "Rain is forecast for the weekend, which will lift the water by a hand and hide the worst of what there is to see.",
    "Anglers, for their part, have never had the landing stage so much to themselves, and they are in no hurry.",
]
TABLE = "Week " + " ".join(map(str, range(1, 40)))


def cleaned(*articles: Article) -> dict[str, CleanArticle]:
    return {clean.article.article_id: clean for clean in clean_articles(articles)}


def copied_words(clean: CleanArticle) -> list[str]:
    return [clean.article.text[stretch.start : stretch.end] for stretch in clean.copied]


@pytest.mark.parametrize(
    "host",
    [
        [*LONG[:2], *STORY[:3], *LONG[2:]],
        [*STORY[:3], *LONG],
        [*LONG, *STORY[:3]],
        [*LONG[:3], f"{STORY[1]} {STORY[2]}", *LONG[3:]],
        [*LONG[:2], *changed(STORY[:3], 10), *LONG[2:]],
    ],
    ids=["in the middle", "at the beginning", "at the end", "one paragraph", "every tenth word changed"],
)
def test_a_story_inside_a_longer_one(host: Sequence[str]) -> None:
    found = cleaned(article("wire", STORY), article("paper", host))
    assert [stretch.article_id for stretch in found["paper"].copied] == ["wire"]
    assert found["paper"].copied[0].origin_id == "wire"
    assert found["paper"].origin_id == "paper"
    assert found["paper"].article.warnings == ("contains_copy_of:wire",)
    assert found["wire"].copied == ()
    (words,) = copied_words(found["paper"])
    assert words in "\n\n".join(host)
    assert not any(line in words for line in LONG)


@pytest.mark.parametrize(
    "host",
    [
        LONG,
        [*LONG, QUOTATION],
        [*LONG, "quote: " + STORY[0], "quote: " + STORY[1]],
        [*LONG, *changed(STORY, 3)],
        [*LONG, "furniture: " + STORY[0], "furniture: " + STORY[1]],
        [*LONG, " ".join(STORY[0].split()[:15])],
        [*LONG, TABLE],
    ],
    ids=[
        "other words",
        "a quotation",
        "quotations marked up",
        "rewritten",
        "in the sidebar",
        "half a sentence",
        "numbers",
    ],
)
def test_no_copy_inside(host: Sequence[str]) -> None:
    found = cleaned(article("wire", [*STORY, QUOTATION, TABLE]), article("paper", host))
    assert all(not clean.copied and not clean.article.warnings for clean in found.values())


def test_two_papers_with_one_wire_story_go_back_to_it() -> None:
    first, second = [*LONG, *STORY[:2]], [*STORY[:2], *changed([*LONG, *OTHER], 3)]
    found = cleaned(article("a", first), article("b", second), article("wire", STORY[:2]))
    assert [s.origin_id for s in found["a"].copied] == [s.origin_id for s in found["b"].copied] == ["wire"]


def test_without_the_wire_story_the_earlier_paper_is_the_source() -> None:
    first, second = [*LONG, *STORY[:2]], [*STORY[:2], *changed([*LONG, *OTHER], 3)]
    found = cleaned(article("a", first, published="2021-02-04"), article("b", second, published="2021-02-03"))
    assert [(s.article_id, s.origin_id) for s in found["a"].copied] == [("b", "b")]
    assert found["b"].copied == ()


def test_what_sources_csv_declares_holds_for_all_words() -> None:
    host = [*LONG, *STORY[:3]]
    own = cleaned(article("wire", STORY), article("paper", host, declared="Paper"))
    assert own["paper"].copied == ()
    assert own["wire"].origin_id == "Paper"
    agency = cleaned(article("wire", STORY, declared="Agency"), article("paper", host))
    assert [stretch.origin_id for stretch in agency["paper"].copied] == ["Agency"]


def test_a_reprint_has_no_copied_stretch() -> None:
    found = cleaned(article("a", STORY), article("b", STORY[:4]))
    assert {clean.origin_id for clean in found.values()} == {"a"}
    assert all(not clean.copied for clean in found.values())


def test_stretches_from_two_sources_stay_apart() -> None:
    own = ["Nothing else was decided on a long evening in the town hall, where the heating had failed once more."] * 3
    pages = {"a": STORY, "b": LONG, "c": [*own, *STORY[:2], *LONG[:2], "The next meeting is in May."]}
    found = cleaned(*(article(name, lines) for name, lines in pages.items()))
    assert [stretch.article_id for stretch in found["c"].copied] == ["a", "b"]
    assert found["c"].article.warnings == ("contains_copy_of:a", "contains_copy_of:b")


@given(st.data())
def test_stretches_are_apart_inside_the_text_and_whatever_the_order(data: st.DataObject) -> None:
    pages = data.draw(st.lists(st.lists(st.sampled_from(STORY + LONG), max_size=7), max_size=4))
    articles = [article(f"a{i}", lines) for i, lines in enumerate(pages)]
    found = clean_articles(articles)
    assert set(clean_articles(data.draw(st.permutations(articles)))) == set(found)
    for clean in found:
        at = 0
        for stretch in clean.copied:
            assert at <= stretch.start < stretch.end <= len(clean.article.text)
            assert stretch.article_id != clean.article.article_id
            at = stretch.end


def test_warnings_are_added_to_those_of_reading() -> None:
    damaged = replace(article_of([*LONG, *STORY[:3]], article_id="b"), warnings=("text_lost",))
    found = cleaned(article("a", STORY), damaged)
    assert found["b"].article.warnings == ("text_lost", "contains_copy_of:a")


def test_thirty_papers_with_one_wire_story_all_go_back_to_it() -> None:
    """More than meet each other: each still meets the first."""
    own = " ".join(LONG).split()
    papers = [
        article(f"a{i:02}", [" ".join(f"{word}{i}" for word in own), *STORY[:2]], published="2021-02-04")
        for i in range(30)
    ]
    found = cleaned(*papers, article("wire", STORY[:2], published="2021-02-03"))
    assert {stretch.origin_id for clean in found.values() for stretch in clean.copied} == {"wire"}
    assert sum(bool(clean.copied) for clean in found.values()) == len(papers)
