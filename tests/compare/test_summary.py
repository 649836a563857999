"""What a group is called, and who says what in a sentence."""

import pytest

from pipeline.compare.summary import Names, articles_of, names_of, origins_of, sides, statement_of, topic_of
from pipeline.records import Relation
from tests.compare.making import claim, pair
from tests.compare.reading import article

NAMES = Names({"a": "The Gazette", "b": "The Courier", "c": "c"})


@pytest.mark.parametrize(
    ("articles", "words"),
    [
        (["a"], "The Gazette"),
        (["a", "b"], "The Gazette and The Courier"),
        (["a", "b", "c"], "The Gazette, The Courier and c"),
        (["a", "b", "a"], "The Gazette and The Courier"),
    ],
)
def test_listed(articles: list[str], words: str) -> None:
    assert NAMES.listed(articles) == words


def test_an_article_is_known_by_its_site() -> None:
    sites = {"a": "The Gazette", "b": "", "c": "The Courier", "d": "The Courier"}
    names = names_of([article(name, "Words.", site=site).article for name, site in sites.items()])
    assert names.of == {"a": "The Gazette", "b": "b", "c": "The Courier (c)", "d": "The Courier (d)"}


def test_counts_are_of_articles_and_of_origins() -> None:
    claims = [claim("c1", "b", origin="wire"), claim("c2", "a", origin="wire"), claim("c3", "b", origin="wire")]
    assert articles_of(claims) == ("a", "b")
    assert origins_of(claims) == 1


def test_the_statement_has_the_most_to_check() -> None:
    claims = [claim("c1", "a", worth=0.3), claim("c2", "b", worth=0.9), claim("c3", "b", worth=1.0, repeat_of="c2")]
    assert statement_of(claims, {}) == "Claim c2."
    assert statement_of(claims, {"c1": 2, "c2": 1}) == "Claim c1."


def test_the_topic_is_what_most_of_them_say() -> None:
    claims = [
        claim("c1", "a", "storm sink boat crucial harbour night"),
        claim("c2", "b", "gale sink boat harbour"),
        claim("c3", "c", "storm sink boat"),
    ]
    assert topic_of(claims) == "storm sink boat harbour"
    assert topic_of([claim("c1", "a")]) == ""


def test_sides_in_the_same_words_are_one() -> None:
    claims = [claim("c1", "a"), claim("c2", "b"), claim("c3", "c"), claim("c4", "b")]
    pairs = [
        pair(claims[0], claims[1], Relation.CONFLICT, "number", evidence=("40", "31")),
        pair(claims[0], claims[2], Relation.CONFLICT, "number", evidence=("40", "31")),
        pair(claims[0], claims[3], Relation.CONFLICT, "number", evidence=("40", "31")),
    ]
    said = sides([[one] for one in claims], [one.text for one in claims], pairs, NAMES)
    assert said == "“40”: The Gazette; “31”: The Courier and c."


def test_each_side_is_quoted_by_what_the_conflicts_rest_on() -> None:
    claims = [claim("c1", "a"), claim("c2", "b"), claim("c3", "c")]
    pairs = [
        pair(claims[0], claims[1], Relation.CONFLICT, "number", evidence=("40\nboats", "44 boats")),
        pair(claims[0], claims[2], Relation.DIFFER, "certainty", evidence=("It sank", "may have sunk")),
    ]
    said = sides([[one] for one in claims], [one.text for one in claims], pairs, NAMES)
    assert said == "“40 boats”: The Gazette; “44 boats”: The Courier; “may have sunk”: c."
