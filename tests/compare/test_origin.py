"""Whose statement it is in the end."""

from dataclasses import replace

import pytest

from pipeline.compare.groups import group_claims
from pipeline.compare.pairs import row_of
from pipeline.compare.relation import judge
from pipeline.compare.summary import names_of
from pipeline.records import Claim, CleanArticle, Copied, Status
from pipeline.workers import Runner
from tests.compare.reading import article, claims_of, pairs_of

LINES = ["The ferry sank on Tuesday.", "Nine people drowned in the harbour.", "The mayor resigned on Friday."]


def copying(*lines: str) -> CleanArticle:
    """An article that has these of the lines from a wire story."""
    clean = article("paper", *LINES)
    text = clean.article.text
    return replace(
        clean, copied=tuple(Copied(text.index(line), text.index(line) + len(line), "wire", "Agency") for line in lines)
    )


@pytest.mark.parametrize(
    ("clean", "origins"),
    [
        (copying(), ["paper", "paper", "paper"]),
        (copying(LINES[1]), ["paper", "Agency", "paper"]),
        (copying(LINES[0], LINES[2]), ["Agency", "paper", "Agency"]),
        (copying(LINES[0][:12]), ["paper", "paper", "paper"]),
        (copying(LINES[0][:20]), ["Agency", "paper", "paper"]),
    ],
    ids=["nothing copied", "one sentence", "two stretches", "less than half of a sentence", "most of a sentence"],
)
def test_a_claim_in_a_copied_stretch_is_its_sources(clean: CleanArticle, origins: list[str]) -> None:
    (claims,) = claims_of(clean)
    assert [claim.origin_id for claim in claims] == origins


def status_of(claims: list[list[Claim]], articles: list[CleanArticle], runner: Runner) -> set[Status]:
    rows = [row for pair in pairs_of(claims, runner) if (row := row_of(pair, judge(pair)))]
    names = names_of([clean.article for clean in articles])
    groups = group_claims([claim for made in claims for claim in made], rows, names)
    return {group.status for group in groups if "drowned" in group.statement}


@pytest.mark.parametrize(("copied", "status"), [([LINES[1]], Status.SINGLE_ORIGIN), ([LINES[0]], Status.SHARED)])
def test_a_copied_claim_does_not_corroborate_its_source(copied: list[str], status: Status, runner: Runner) -> None:
    articles = [copying(*copied), article("wire", "Nine people drowned in the harbour.", origin="Agency")]
    assert status_of(claims_of(*articles), articles, runner) == {status}
