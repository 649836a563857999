import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import Reject
from pipeline.extract.from_markdown import EXTRACTOR, extract_markdown
from pipeline.extract.front_matter import read_front_matter
from pipeline.records import Article, Document, Metadata

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "markdown.toml").read_text())


def article_of(text: str) -> Article:
    return extract_markdown(Document("a.md", "abc", text.encode()))


def seen(article: Article) -> list[dict[str, object]]:
    def quote(span):
        return article.text[span.start : span.end]

    return [
        {
            "kind": block.kind.value,
            "quote": quote(block),
            "level": block.level,
            "region": block.region.value,
            "lead": quote(block.lead) if block.lead else "",
            "headers": [quote(header) for header in block.headers],
            "is_header": block.is_header,
        }
        for block in article.blocks
    ]


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["name"])
def test_articles(case):
    article = article_of(case["text"])
    found = seen(article)
    assert [(b["kind"], b["quote"]) for b in found] == [(b["kind"], b["quote"]) for b in case["blocks"]]
    for expected, block in zip(case["blocks"], found, strict=True):
        assert {name: block[name] for name in expected} == expected
    assert list(article.warnings) == case.get("warnings", [])
    if "warnings" not in case:
        assert asdict(article.metadata) == asdict(Metadata()) | case.get("metadata", {})


@pytest.mark.parametrize("case", CASES["recognised"], ids=lambda case: case["head"])
def test_recognises(case):
    assert EXTRACTOR.recognises(case["head"].encode()) is case["is"]


def test_what_the_caller_knows():
    article = article_of("text")
    assert (article.article_id, article.path, article.sha256, article.format) == ("", "a.md", "abc", "markdown")


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty"), ("---\ntitle: x\n---\n", "no_text"), ("<!-- x -->", "no_text")]
)
def test_rejects(text, code):
    with pytest.raises(Reject) as caught:
        article_of(text)
    assert caught.value.code == code


def test_what_is_nested_too_deep_is_not_lost_unseen():
    article = article_of("> " * 500 + "words that are nested far too deep to be read\n\n" + "It goes on and on. " * 5)
    assert "too deep" in article.text or article.warnings == ("text_lost",)


def test_front_matter_of_any_kind_is_read_or_left():
    for yaml in (
        "- a\n- b\n",
        "a\n",
        "a: &x [*x]\n",
        "a: !!python/object:os.system x\n",
        "title: " + "[" * 3000 + "\n",
        "? a\n: b\n",
    ):
        text = f"---\n{yaml}---\nText."
        said, body, warnings = read_front_matter(text)
        assert body in {text, "Text."}
        assert (body == "Text.") or not said.titles
        assert set(warnings) <= {"front_matter"}


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["# ", "- ", "> ", "\n", "\n\n", "word ", "|", "---", "**", "`", "1. ", "    ", "[", "](x)", "<b>", "&amp;"]
        )
    )
)
def test_any_markdown_has_sound_blocks(parts):
    try:
        article = article_of("".join(parts))
    except Reject:
        return
    assert all(block["quote"] == str(block["quote"]).strip() != "" for block in seen(article))
    assert article.text.count("word") == parts.count("word ")
