"""Whole pages, read and cleaned: what other extractors are known to lose or to let in."""

import re
import tomllib
from pathlib import Path

import pytest

from pipeline.clean.articles import clean_articles
from pipeline.extract.from_html import extract_html
from pipeline.records import BlockKind

TABLE = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "failures.toml").read_text(encoding="utf-8"))
DEEP = 300  # elements


def page_of(case: dict[str, str]) -> tuple[str, list[str]]:
    """The page, and the paragraphs that were filled in."""
    style, paragraphs = TABLE["style"][case["style"]], TABLE["text"][case.get("language", "en")]
    html = style["top"] + case["html"] + style["bottom"]
    html = html.replace("{deep}", "<div>" * DEEP).replace("{/deep}", "</div>" * DEEP).replace("{title}", case["title"])
    filled = [paragraphs[int(number) - 1] for number in re.findall(r"\{(\d+)\}", html)]
    return re.sub(r"\{(\d+)\}", lambda number: paragraphs[int(number[1]) - 1], html), filled


@pytest.mark.parametrize("fast", [False, True], ids=["best", "fast"])
@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["name"])
def test_page(case, fast):
    html, filled = page_of(case)
    (clean,) = clean_articles([extract_html(html.encode(), fast=fast)])
    text = clean.article.text
    kept = [f"{block.kind}: {text[block.start : block.end]}" for block in clean.kept]
    expected = [line.partition(": ")[::2] for line in case.get("keep", [])]
    missed = [words for words in filled if not any(words in line for line in kept)]
    missed += [
        f"{kind}: {words}"
        for kind, words in expected
        if not any(line.startswith(f"{kind}: ") and words in line for line in kept)
    ]
    out = [*case.get("drop", []), *TABLE["style"][case["style"]]["drop"]]
    assert (missed, [words for words in out if any(words in line for line in kept)]) == ([], [])
    assert [words for words in out if words not in text] == []  # what is dropped can be looked up
    assert [words for words in case.get("gone", []) if words in text] == []  # nobody sees it
    found = [text[block.start : block.end] for block in clean.article.blocks if block.kind is BlockKind.BYLINE]
    assert [words for words in case.get("byline", []) if words not in found] == []
    assert not case.get("once") or sum(case["once"] in line for line in kept) == 1
