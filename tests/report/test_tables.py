from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.records import Comparison, Drop, Result, TaggedArticle
from pipeline.report import tables
from pipeline.report.rows import CELL_LIMIT
from pipeline.report.schema import Table

COLUMNS = {
    "articles": "article_id path format title author site published url language origin_id words claims sha256 "
    "encoding warnings",
    "removed": "article_id start end quote rule reason",
    "entities": "entity_id name type aliases articles mentions",
    "mentions": "article_id start end quote type entity_id",
    "claims": "claim_id article_id group_id claim_text quote start end section kind context subject predicate object "
    "polarity certainty attribution_source attribution_cue values entity_ids check_worthiness repeat_of",
    "claim_pairs": "claim_a claim_b article_a article_b relation difference_types entails confidence evidence_a "
    "evidence_b explanation text_a text_b",
    "claim_groups": "group_id status topic statement n_articles n_origins supporting conflicting silent "
    "difference_types summary",
    "coverage": "group_id status statement a-fire b-fire",
    "rejects": "path sha256 bytes stage code message hint",
}


def with_text(tagged: TaggedArticle, text: str, *drops: Drop) -> TaggedArticle:
    article = replace(tagged.clean.article, text=text)
    return replace(tagged, clean=replace(tagged.clean, article=article, drops=drops, kept=()), mentions=())


def test_names_and_order_of_columns_are_the_published_ones(result: Result) -> None:
    written = {table.name: " ".join(column.name for column in table.columns_of(result)) for table in tables.TABLES}
    assert written == COLUMNS


@pytest.mark.parametrize("table", tables.TABLES, ids=lambda table: table.name)
def test_rows_fit_their_columns_and_have_a_key(table: Table, result: Result) -> None:
    plain = {"string": str, "integer": int, "number": float, "list": tuple}
    rows = list(table.records(result))
    assert rows
    for row in rows:
        assert [type(row[column.name]) for column in table.columns_of(result)] == [
            plain[column.type] for column in table.columns_of(result)
        ]
    assert len({tuple(row[name] for name in table.key) for row in rows}) == len(rows)


@pytest.mark.parametrize("table", tables.TABLES, ids=lambda table: table.name)
def test_order_of_the_input_does_not_matter(table: Table, result: Result) -> None:
    comparison = result.comparison
    turned = Result(
        result.articles[::-1],
        result.entities[::-1],
        Comparison(comparison.claims[::-1], comparison.pairs[::-1], comparison.groups[::-1]),
        result.rejects[::-1],
    )
    assert list(table.rows(turned)) == list(table.rows(result))


def test_claims_say_what_the_statement_holds(result: Result) -> None:
    first, second, third = tables.CLAIMS.records(result)
    assert (first["claim_id"], second["claim_id"], third["claim_id"]) == ("c1", "c2", "c3")
    assert (first["group_id"], first["attribution_source"], first["polarity"]) == ("g9", "the ministry", "+")
    assert (first["values"], second["values"], third["values"]) == (("44 home",), ("1962-10",), ("at least 30 home",))


def test_a_repetition_is_in_the_group_of_what_it_repeats(result: Result) -> None:
    again = replace(result.comparison.claims[1], claim_id="c1b", repeat_of="c1")
    comparison = replace(result.comparison, claims=(*result.comparison.claims, again))
    rows = {row["claim_id"]: row for row in tables.CLAIMS.records(replace(result, comparison=comparison))}
    assert rows["c1b"]["group_id"] == "g9"


def test_articles_count_what_is_left(result: Result) -> None:
    first, second = tables.ARTICLES.records(result)
    assert (first["words"], first["claims"], second["words"], second["claims"]) == (15, 2, 7, 1)


def test_quotes_are_the_text_between_their_offsets(result: Result) -> None:
    texts = {tagged.clean.article.article_id: tagged.clean.article.text for tagged in result.articles}
    for table in (tables.REMOVED, tables.MENTIONS, tables.CLAIMS):
        for row in table.records(result):
            assert texts[row["article_id"]][row["start"] : row["end"]] == row["quote"]


LONG = {"words": "word " * 20_000, "one word": "x" * 70_000, "both": "a " + "b" * 40_000}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_long_drop_is_split_and_stays_true_to_the_text(result: Result, text: str) -> None:
    tagged = with_text(result.articles[0], text, Drop(1, len(text), "furniture", "Not the article."))
    rows = list(tables.REMOVED.records(replace(result, articles=(tagged,))))
    assert all(text[row["start"] : row["end"]] == row["quote"] and len(row["quote"]) < CELL_LIMIT for row in rows)
    assert "".join(row["quote"] for row in rows) == text[1:]


def test_an_article_may_be_called_like_a_column(make_result: Callable[..., Result]) -> None:
    result = make_result()
    groups = tuple(replace(group, coverage=(("status", "agree"),)) for group in result.comparison.groups)
    clean = result.articles[0].clean
    named = replace(result.articles[0], clean=replace(clean, article=replace(clean.article, article_id="status")))
    result = replace(result, articles=(named,), comparison=replace(result.comparison, groups=groups))
    rows = list(tables.COVERAGE.records(result))
    assert [(row["status"], row["article:status"]) for row in rows] == [("disputed", "agree"), ("unique", "agree")]
