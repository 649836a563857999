"""What `tellings explain` says of two claims that a run did not lay side by side."""

from dataclasses import replace
from io import StringIO

from rich.console import Console

from pipeline.commands.explain import print_verdict
from pipeline.compare.comparison import compare_articles
from tests.compare.reading import article, runner_here, tagged


def test_without_a_row_the_two_have_their_own_verdict() -> None:
    articles = tagged(article("a", "The storm sank 40 boats."), article("b", "The storm sank 44 boats."))
    with runner_here() as runner:
        found = compare_articles(articles, runner)
        a, b = (claim.claim_id for claim in found.claims)
        for comparison in (found, replace(found, pairs=())):
            told = StringIO()
            print_verdict(Console(file=told), comparison, a, b, runner)
            assert "conflict, confidence" in told.getvalue()
            assert "both cannot be right" in told.getvalue()
