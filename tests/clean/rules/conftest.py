"""Runs tests/cases/clean/RULE.toml in test_RULE.py.

A case has `blocks` (see tests/blocks.py) and `drops`, the words that the rule takes out; nothing else may go, under
this rule or under all rules together, unless `kept` says otherwise. Cases without `drops` are negatives and near
misses.
"""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.clean.articles import clean_article
from pipeline.clean.bios import frame
from pipeline.clean.collection import Collection, site_of
from pipeline.clean.fingerprint import fingerprint
from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, Span
from tests.blocks import article_of

CASES = Path(__file__).parents[2] / "cases" / "clean"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "check_case" not in metafunc.fixturenames:
        return
    name = metafunc.module.__name__.rpartition("test_")[2]
    cases = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    known = pytest.mark.xfail(reason="known failure", raises=AssertionError, strict=True)
    params = [pytest.param(case, id=case["name"], marks=[known] if case.get("known_failure") else []) for case in cases]
    metafunc.parametrize("check_case", params, indirect=True)


@pytest.fixture
def check_case(request: pytest.FixtureRequest) -> Callable[[Rule], None]:
    case: dict[str, Any] = request.param
    article = article_of(case["blocks"], title=case.get("title", ""))
    article = replace(
        article,
        metadata=replace(article.metadata, author=case.get("author", ""), site=case.get("site", "")),
    )
    others = Collection(
        at_edges={fingerprint(words): count for words, count in case.get("repeated", {}).items()},
        on_site={site_of(article): {fingerprint(words): n for words, n in case.get("on_site", {}).items()}},
        bios={site_of(article): frozenset(map(frame, case.get("bios", ())))},
    )

    def words(span: Block | Span) -> str:
        return " ".join(article.text[span.start : span.end].split())

    def check(rule: Rule) -> None:
        found = list(rule.find(Page(article, article.blocks, others)))
        assert [words(span) for span in found] == case.get("drops", [])
        gone = {block for block in article.blocks for span in found if span.start <= block.start < span.end}
        kept = [words(block) for block in clean_article((article, "", others)).kept]
        assert kept == case.get("kept", [words(block) for block in article.blocks if block not in gone])

    return check
