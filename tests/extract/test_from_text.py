"""Plain text: tests/cases/text holds texts and the blocks in them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import Reject
from pipeline.extract.from_text import EXTRACTOR, extract_text
from pipeline.records import Document
from tests.blocks import show

CASES = Path(__file__).parents[1] / "cases" / "text"


def read_cases() -> list[Any]:
    known = pytest.mark.xfail(reason="known failure", raises=AssertionError, strict=True)
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}", marks=[known] if case.get("known_failure") else [])
        for path in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


@pytest.mark.parametrize("case", read_cases())
def test_blocks(case: dict[str, Any]) -> None:
    article = extract_text(Document("a.txt", "", case["text"].encode()))
    assert [show(block, article.text) for block in article.blocks] == case["blocks"]
    for name in ("title", "author", "published"):
        if name in case:
            assert getattr(article.metadata, name) == case[name]
