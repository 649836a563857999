import tomllib
from pathlib import Path

import pytest

from pipeline.extract.articles import extract_article
from pipeline.records import Document

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "invisible.toml").read_text(encoding="utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_invisible_characters_are_kept_and_told(case):
    article = extract_article((Document("a.txt", "", case["text"].encode()), None))
    assert article.text == case["text"]
    assert [name for name in article.warnings if not name.startswith("declared")] == case["warnings"]
