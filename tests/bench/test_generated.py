"""The generated articles of bench/scale.py, and how a method is rated on them."""

import re
from itertools import islice

from bench.generated.articles import write
from bench.generated.facts import AFTERMATH, AFTERMATH_FACTS, KINDS, TIMES, make_story
from bench.generated.quality import Found, Rate, rated


def test_the_same_seed_tells_the_same_and_more_articles_change_none() -> None:
    assert list(islice(write(40), 15)) == list(write(15))
    assert list(write(5, seed=1)) != list(write(5))


def test_a_story_tells_each_fact_once_and_leaves_no_slot_open() -> None:
    for number in range(2 * len(KINDS)):
        story = make_story(number, 0)
        own = sum(fact.get("times", TIMES) for fact in KINDS[story.name.partition("-")[0]]["fact"])
        assert len({fact.name for fact in story.facts}) == len(story.facts) == own + AFTERMATH_FACTS
        for fact in story.facts:
            assert not set(fact.right) & set(fact.wrong)
            assert not any(re.search(r"[\[\]|{}]|\bin [12],[09]\d\d\b", text) for text in fact.right + fact.wrong)


def test_every_fact_of_the_aftermath_can_be_told_in_several_wordings() -> None:
    assert all(len(fact["say"]) >= 3 for fact in AFTERMATH)
    assert all("deny" in fact for fact in AFTERMATH if fact.get("change") == "deny")


def test_a_method_that_knows_all_is_right_and_one_that_joins_all_is_not() -> None:
    articles = list(write(6))
    told = [(article.name, one) for article in articles for one in article.sentences]
    knowing = [Found(str(i), name, one.text, one.fact) for i, (name, one) in enumerate(told)]
    clashes = [
        (a.id, b.id)
        for a, (x, one) in zip(knowing, told, strict=True)
        for b, (y, other) in zip(knowing, told, strict=True)
        if a.id < b.id and x != y and one.fact == other.fact and one.version != other.version
    ]
    links, conflicts = rated(articles, knowing, clashes)
    assert links.right == links.said == links.there > 0
    assert conflicts.right == conflicts.said == conflicts.there > 0
    joined, none = rated(articles, [Found(one.id, one.article, one.words, "") for one in knowing], [])
    assert joined.right == joined.there < joined.said / 10
    assert none == Rate(0, 0, conflicts.there)
