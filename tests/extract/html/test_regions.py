import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.from_html import extract_html
from pipeline.extract.html.parsing import parse
from pipeline.extract.html.regions import marks, words_of
from pipeline.extract.html.tree import Node, elements
from pipeline.records import BlockKind, Region

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "extract" / "regions.toml").read_text())
PROSE = "The two sides agreed to extend the treaty by five years, officials said on Wednesday."


def element(html: str) -> Node:
    *_, innermost = (node for node in parse(f"{html}text").nodes if not elements(node))
    return innermost


@pytest.mark.parametrize("case", CASES["region"], ids=lambda case: case["html"])
def test_regions(case):
    _, mark = marks(element(case["html"]))[0]
    assert ("surrounds" if mark.surrounds else mark.region.value) == case["is"]


@pytest.mark.parametrize("case", CASES["near_miss"], ids=lambda case: f"{case['html']} {case['why']}")
def test_near_misses(case):
    assert marks(element(case["html"])) == ()


def test_the_source_of_a_quotation_is_no_footer():
    assert marks(element("<blockquote><footer>")) == ()


@given(st.text(max_size=40))
def test_any_name_has_words(name):
    assert all(word == word.lower() and word.isalpha() for word in words_of(name))


def regions(html: str) -> dict[str, tuple[BlockKind, Region]]:
    article = extract_html(html.encode())
    return {article.text[b.start : b.end]: (b.kind, b.region) for b in article.blocks}


@pytest.mark.parametrize("name", ["related", "share", "promo", "comments", "newsletter", "author", "nav"])
def test_a_name_around_the_article_marks_nothing(name):
    found = regions(f'<div class="{name}"><h1>T</h1><p>{PROSE}</p><p>{PROSE}!</p></div><div class="{name}">Short</div>')
    assert found[PROSE] == (BlockKind.PARAGRAPH, Region.BODY)


def test_a_name_on_every_paragraph_marks_nothing():
    found = regions("".join(f'<p class="promo-text">{i} {PROSE}</p>' for i in range(5)))
    assert set(found.values()) == {(BlockKind.PARAGRAPH, Region.BODY)}


def test_a_discussion_longer_than_its_article():
    comments = "".join(f"<p>{i} I have thought about this for years, and I still do not know.</p>" for i in range(5))
    found = regions(f'<article><p>{PROSE}</p><p>{PROSE}!</p></article><div class="comments">{comments}</div>')
    assert found[PROSE] == (BlockKind.PARAGRAPH, Region.BODY)
    assert {region for kind, region in found.values() if kind is BlockKind.FURNITURE} == {Region.COMMENTS}


def test_navigation_inside_the_article_is_furniture():
    found = regions(f'<article><p>{PROSE}</p><ul class="toc"><li>Contents<li>More</ul><p>{PROSE}!</p></article>')
    assert found["Contents"][0] is BlockKind.FURNITURE


def test_lists_of_links_and_lone_links_lead_elsewhere():
    links = "".join(f'<li><a href="/{i}">An older story, number {i}</a></li>' for i in range(4))
    found = regions(f'<article><p>{PROSE}</p><ul>{links}</ul><p><a href="/x">See this</a></p><p>{PROSE}!</p></article>')
    assert found["An older story, number 1"] == (BlockKind.FURNITURE, Region.RELATED)
    assert found["See this"] == (BlockKind.PARAGRAPH, Region.RELATED)
    assert found[PROSE] == (BlockKind.PARAGRAPH, Region.BODY)


def test_an_old_anchor_around_everything_is_no_link():
    assert regions(f'<a name="top"><p>{PROSE}</p>')[PROSE] == (BlockKind.PARAGRAPH, Region.BODY)
