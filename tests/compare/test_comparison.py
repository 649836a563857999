"""The whole stage over a few articles."""

from pipeline.compare.comparison import compare_articles
from pipeline.records import Relation, Status
from pipeline.workers import Runner
from tests.compare.reading import article, tagged

STORY = {
    "gazette": [
        "The storm of 1926 sank 40 boats in Oskel.",
        "King Haakon opened the lock in 1931.",
        "Herring is dear.",
    ],
    "courier": ["The storm of 1926 sank 31 boats in Oskel.", "The lock was opened by King Haakon in 1931."],
    "reprint": ["The storm of 1926 sank 31 boats in Oskel.", "The lock was opened by King Haakon in 1931."],
}
ARTICLES = [article(name, *lines, origin="courier" if name == "reprint" else "") for name, lines in STORY.items()]


def test_a_story(runner: Runner) -> None:
    found = compare_articles(tagged(*ARTICLES), runner)
    status = {group.statement: group.status for group in found.groups}
    assert status["Herring is dear."] is Status.UNIQUE
    assert sorted(status.values()) == [Status.DISPUTED, Status.SHARED, Status.UNIQUE]
    (disputed,) = (group for group in found.groups if group.status is Status.DISPUTED)
    assert disputed.n_articles == 3
    assert disputed.n_origins == 2
    assert {position.articles for position in disputed.positions} == {("gazette",), ("courier", "reprint")}
    conflicts = [pair for pair in found.pairs if pair.relation is Relation.CONFLICT]
    assert {(pair.article_a, pair.article_b) for pair in conflicts} == {("courier", "gazette"), ("gazette", "reprint")}


def test_the_order_of_articles_changes_nothing(runner: Runner) -> None:
    assert compare_articles(tagged(*ARTICLES), runner) == compare_articles(tagged(*ARTICLES[::-1]), runner)


def test_every_claim_is_in_one_group(runner: Runner) -> None:
    found = compare_articles(tagged(*ARTICLES), runner)
    placed = [name for group in found.groups for position in group.positions for name in position.claims]
    assert sorted(placed) == sorted(claim.claim_id for claim in found.claims)


def test_one_article_and_none(runner: Runner) -> None:
    alone = compare_articles(tagged(ARTICLES[0]), runner)
    assert not alone.pairs
    assert {group.status for group in alone.groups} == {Status.UNIQUE}
    nothing = compare_articles((), runner)
    assert (nothing.claims, nothing.pairs, nothing.groups) == ((), (), ())
