"""The selection as CSV is what the script shows, in cells that are as safe as those of the tables."""

import csv
import io
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page

from bench.invented.story import story
from pipeline.records import CleanArticle, Result, Status
from pipeline.report.as_csv import safe_cell
from pipeline.report.page.document import page_of
from tests.report.page.browser.opening import Open

DANGEROUS = (
    "=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)", "\tx", "＝1+1", "＠x", "-", "a,b", 'say "so"', "one\r\ntwo", "x\x00y",
    "plain", "é" * 32_001, "😀" * 16_500,
)  # fmt: skip


def saved(page: Page) -> list[dict[str, str]]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as CSV").click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_selection(open_page: Open, told: Result) -> None:
    rows = saved(open_page("#status=disputed&article=article-0001-html"))
    claims = {claim.claim_id: claim for claim in told.comparison.claims}
    groups = [
        g for g in told.comparison.groups
        if g.status is Status.DISPUTED and "article-0001-html" in {a for side in g.positions for a in side.articles}
    ]  # fmt: skip
    assert {row["group_id"] for row in rows} == {group.group_id for group in groups} != set()
    assert len(rows) == sum(len(side.claims) for group in groups for side in group.positions)
    for row in rows:
        claim = claims[row["claim_id"]]
        assert (row["quote"], row["certainty"]) == (claim.quote, claim.statement.certainty)


def test_cells_are_written_as_in_the_tables(open_page: Open, tmp_path: Path) -> None:
    other = story(len(DANGEROUS), 60)
    titled = [
        replace(tagged, clean=_titled(tagged.clean, title))
        for tagged, title in zip(other.articles, DANGEROUS, strict=True)
    ]
    file = tmp_path / "report.html"
    file.write_text(page_of(replace(other, articles=tuple(titled))), encoding="utf-8")
    title_of = {tagged.clean.article.article_id: tagged.clean.article.metadata.title for tagged in titled}
    rows = saved(open_page(of=file))
    assert {row["article_id"] for row in rows} == set(title_of)
    for row in rows:
        assert row["title"] == safe_cell(title_of[row["article_id"]])


def _titled(clean: CleanArticle, title: str) -> CleanArticle:
    return replace(clean, article=replace(clean.article, metadata=replace(clean.article.metadata, title=title)))
