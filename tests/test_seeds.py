"""The two articles that the project began with come out right, always (tests/cases/seeds.toml)."""

import tomllib
from pathlib import Path

import pandas as pd
import pytest

CASES = tomllib.loads((Path(__file__).parent / "cases" / "seeds.toml").read_text(encoding="utf-8"))
ARTICLES = {"mediation": "us-russia-talks-mediation-txt", "outlook": "us-russia-talks-outlook-txt"}


def _table(output: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(output / f"{name}.csv", keep_default_na=False)


@pytest.fixture
def claims(seeds_output: Path) -> pd.DataFrame:
    return _table(seeds_output, "claims")


@pytest.fixture
def status(seeds_output: Path) -> dict[str, str]:
    return dict(_table(seeds_output, "claim_groups").set_index("group_id").status)


def _with(claims: pd.DataFrame, words: str, article: str = "") -> pd.DataFrame:
    found = claims[[words in t or words in q for t, q in zip(claims.claim_text, claims.quote, strict=True)]]
    return found[found.article_id == ARTICLES[article]] if article else found


@pytest.mark.parametrize("rule", sorted(CASES["dropped"]))
def test_dropped_with_the_right_rule(seeds_output: Path, rule: str) -> None:
    removed = _table(seeds_output, "removed")
    own = removed[removed.rule == rule]
    for words in CASES["dropped"][rule]:
        assert any(words in quote for quote in own.quote), words


def test_nothing_else_is_dropped(seeds_output: Path) -> None:
    assert len(_table(seeds_output, "removed")) == 3 + 2 + 2 + 2 + 4  # a blurb is its heading and itself, twice


@pytest.mark.parametrize("article", sorted(ARTICLES))
def test_every_list_item_is_a_claim(claims: pd.DataFrame, article: str) -> None:
    own = claims[(claims.article_id == ARTICLES[article]) & (claims.kind == "list_item")]
    assert len(own) == CASES["list_items"][article]
    assert own.context.ne("").all()


def test_table_rows_are_label_and_statement(claims: pd.DataFrame) -> None:
    rows = claims[claims.kind == "table_row"]
    assert dict(zip(rows.context, rows.claim_text, strict=True)) == CASES["rows"]


def test_answers_are_claims_under_their_question(claims: pd.DataFrame) -> None:
    answers = claims[claims.kind == "answer"]
    assert len(answers) == 8
    assert answers.context.str.endswith("?").all()
    assert answers.repeat_of.ne("").any()


@pytest.mark.parametrize("words", CASES["not_claims"]["words"])
def test_no_claim(claims: pd.DataFrame, words: str) -> None:
    assert [quote for quote in claims.quote if words in quote] == []


@pytest.mark.parametrize("text", CASES["worded"]["claims"])
def test_reads_well_alone(claims: pd.DataFrame, text: str) -> None:
    assert text in set(claims.claim_text)


@pytest.mark.parametrize("entity", sorted(CASES["entities"]))
def test_entity_under_all_its_names(seeds_output: Path, entity: str) -> None:
    mentions = _table(seeds_output, "mentions")
    assert set(CASES["entities"][entity]) <= set(mentions[mentions.entity_id == entity].quote)


def test_no_other_name_is_an_entity(seeds_output: Path) -> None:
    known = {*CASES["entities"], "berlin-blockade", "ukraine-crisis", "china", "european-union", "eastern-europe"}
    roles = {"us-president", "russian-president", "us-secretary-of-state", "russian-foreign-minister"}
    others = set(_table(seeds_output, "entities").entity_id) - known - roles
    assert others <= {"twitter", "facebook", "x"}


@pytest.mark.parametrize("case", CASES["shared"], ids=lambda case: case["topic"])
def test_shared(claims: pd.DataFrame, status: dict[str, str], case: dict[str, str]) -> None:
    a, b = (set(_with(claims, case[article], article).group_id) for article in ARTICLES)
    assert "shared" in {status[group] for group in a & b}


@pytest.mark.parametrize("words", CASES["unique"]["claims"])
def test_unique(claims: pd.DataFrame, status: dict[str, str], words: str) -> None:
    found = _with(claims, words)
    assert len(found)
    assert {status[group] for group in found.group_id} == {"unique"}


def test_they_do_not_contradict_each_other(seeds_output: Path) -> None:
    assert "conflict" not in set(_table(seeds_output, "claim_pairs").relation)
