import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import Reject
from pipeline.extract.from_html import EXTRACTOR, extract_html, main_text
from pipeline.extract.html.pieces import BETWEEN_CELLS, BULLET
from pipeline.records import Article, Block, BlockKind, Document, Region
from tests.refusing import code_of

TABLES = Path(__file__).parents[1] / "cases" / "extract"
CASES = [
    case
    for name in ("html_blocks", "html_questions", "html_tables")
    for case in tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
]
PROSE = "The two sides agreed to extend the treaty by five years, officials said on Wednesday."


def seen(article: Article, block: Block) -> dict[str, object]:
    def quote(span):
        return article.text[span.start : span.end]

    return {
        "kind": block.kind.value,
        "quote": quote(block),
        "level": block.level,
        "region": block.region.value,
        "lead": quote(block.lead) if block.lead else "",
        "cells": [quote(cell) for cell in block.cells],
        "headers": [quote(header) for header in block.headers],
        "is_header": block.is_header,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_blocks(case):
    article = extract_html(case["html"].encode())
    found = [seen(article, block) for block in article.blocks]
    assert [(b["kind"], b["quote"]) for b in found] == [(b["kind"], b["quote"]) for b in case["blocks"]]
    for expected, block in zip(case["blocks"], found, strict=True):
        assert {name: block[name] for name in expected} == expected


def test_layout_of_the_text():
    article = extract_html(b"<h1>T</h1><ul><li>a<li>b</ul><table><tr><td>1<td>2<tr><td>3<td>4</table><p>p")
    assert article.text == "T\n\n• a\n• b\n\n1 | 2\n3 | 4\n\np"


def test_ids_are_left_to_the_caller():
    article = EXTRACTOR.extract(Document("a/b.html", "abc", b"<p>text"))
    assert (article.article_id, article.path, article.sha256, article.format) == ("", "a/b.html", "abc", "html")


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"<html><body><script>if (a) b()</script><img src=x></body></html>", "no_text"),
        (b"<p>1987 | 2,692</p>", "no_text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\r", "binary"),
    ],
)
def test_rejects(html, code):
    assert code_of(extract_html, html) == code


def test_depth_costs_no_text():
    for depth in (300, 20_000):
        html = f"<p>before</p>{'<div>' * depth}deep{'</div>' * depth}<p>after</p>"
        article = extract_html(html.encode())
        assert [seen(article, block)["quote"] for block in article.blocks] == ["before", "deep", "after"]
        assert article.warnings == ()


def test_nested_tables_and_lists_do_not_recurse():
    assert "deep" in extract_html(("<table><tr><td>" * 3000 + "deep").encode()).text
    assert "deep" in extract_html(("<ul><li>x" * 3000 + "deep").encode()).text


def test_a_page_that_the_first_parser_gives_up_on():
    templates = "<ul><template><li><a><div>x</div></a><ul></ul></li></template><li><a>Why trees?</a></li></ul>" * 3
    article = extract_html(f"{templates}<p>{PROSE}</p>".encode())
    assert article.text.count("Why trees?") == 3


def test_code_in_attributes_is_not_lost_text():
    article = extract_html(f"""<div x-data="{{ a: b > c, text: '<p>{PROSE}</p>' }}"><p>{PROSE}</p></div>""".encode())
    assert article.warnings == ()


def test_one_huge_paragraph():
    article = extract_html(f"<h1>T</h1><div><p>{PROSE * 5000}</p><p>The end.</p></div>".encode())
    assert [block.kind.value for block in article.blocks] == ["heading", "paragraph", "paragraph"]


def test_a_stray_byte_does_not_garble_the_rest():
    html = f"<p>{'é' * 20} one \xff".encode() + b"\xff two</p><p>three</p>"
    article = extract_html(html)
    assert article.encoding == "utf-8"
    assert article.text.endswith("two\n\nthree")
    assert article.warnings == ("damaged_characters",)


def test_declared_encoding():
    article = extract_html("<meta charset=windows-1251><p>Договор продлён</p>".encode("cp1251"))
    assert (article.text, article.encoding) == ("Договор продлён", "cp1251")


def test_main_text_is_the_article_alone():
    html = f"""<title>Treaty</title><nav><a href=/>Home</a></nav><article><h1>Treaty</h1><p class=byline>By Jane Doe</p>
      <p>{PROSE}</p><h2>Part</h2><ul><li>one</ul><div class=share>Share</div></article><footer>Imprint</footer>"""
    assert main_text(html.encode()) == f"{PROSE}\nPart\none"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"<!DOCTYPE html><p>x", True),
        (b"\xef\xbb\xbf\n <!-- saved --> <html lang=de>", True),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', True),
        ("<!doctype html>".encode("utf-16"), True),
        (b"<div><p>a</p><p>b</p></div>", True),
        (b'<?xml version="1.0"?><rss><channel>', False),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", False),
        (b"<p align=center>logo</p>\n\n# Title\n\n- [x](http://a)", False),
        (b"a < b and <b>c</b>", False),
        (b"<John> said: hello", False),
        (b"", False),
    ],
)
def test_recognises(head, expected):
    assert EXTRACTOR.recognises(head) is expected


TAGS = """
    div p span a b h1 h2 h6 ul ol li table thead tbody tr td th caption dl dt dd blockquote figure figcaption br hr pre
    sup section article main nav header footer aside form button details summary time em img script style svg template
    title body html
    """.split()
ATTRIBUTES = st.sampled_from(
    [
        "",
        *(
            f' class="{name}"'
            for name in ("share", "related-posts", "byline", "caption", "author-bio", "story-subhead")
        ),
        *(' id="comments"', ' role="main"', ' itemprop="articleBody"', ' datetime="2021"', " href=/x", " hidden"),
        *(' colspan="3"', ' rowspan="99999999999"', ' style="display:none"', " class='"),
    ]
)
ODD_TEXTS = [
    "FAQ",
    "Why?",
    "Parts are:",
    "By Jane Doe",
    "&#xD800;",
    "&lt;b>",
    "Q: why?",
    "A: so",
    "\x01",
    "<!--",
    "]]>",
    "<",
]
TEXTS = st.one_of(st.text(st.characters(codec="utf-8"), max_size=20), st.sampled_from([PROSE, *ODD_TEXTS]))
SOUP = st.lists(
    st.one_of(
        st.builds("<{}{}>".format, st.sampled_from(TAGS), ATTRIBUTES),
        st.builds("</{}>".format, st.sampled_from(TAGS)),
        TEXTS,
    ),
    max_size=40,
).map("".join)


def check_spans(article: Article) -> None:
    for block in article.blocks:
        words = article.text[block.start : block.end]
        assert words
        assert words == words.strip()
        for span in (*block.cells, *block.headers, *filter(None, [block.lead])):
            assert article.text[span.start : span.end] == article.text[span.start : span.end].strip()
        for cell in block.cells:
            assert block.start <= cell.start < cell.end <= block.end
    assert all(a.end <= b.start for a, b in pairwise(article.blocks))


def check_nothing_between(article: Article) -> None:
    outside = article.text
    for block in reversed(article.blocks):
        outside = outside[: block.start] + outside[block.end :]
    for separator in (BULLET, BETWEEN_CELLS, "Q: ", "A: "):
        outside = outside.replace(separator, "")
    assert not outside.strip()


@settings(max_examples=150, deadline=None)
@given(SOUP)
def test_any_soup_gives_sound_blocks_or_a_reject(soup):
    try:
        article = extract_html(soup.encode("utf-8", "replace"))
    except Reject:
        return
    check_spans(article)
    check_nothing_between(article)
    assert sum(block.region is Region.TITLE for block in article.blocks) <= 1
    assert all(block.level or block.kind is not BlockKind.HEADING for block in article.blocks)


WORDS = st.from_regex(r"[A-Za-z]{3,10}", fullmatch=True)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("p div li td h2 span b blockquote dt dd figcaption section".split()), WORDS),
        min_size=1,
    )
)
def test_no_word_is_lost(parts):
    html = "".join(f"<{tag}>{word} </{tag}>" for tag, word in parts)
    text = extract_html(html.encode()).text
    assert text.replace(BULLET, " ").replace(BETWEEN_CELLS, " ").split() == [word for _, word in parts]


def test_the_running_text_is_without_what_its_words_tell_to_be_something_else():
    lines = [PROSE, "Advertisement", "Read more: The old treaty", "Photo: Jane Doe", "A treaty with no date, he said."]
    lines += ["Follow us on Facebook", "© dpa", "(jo/dpa)"]
    html = "<h1>Treaty extended</h1>" + "".join(f"<p>{line}</p>" for line in lines)
    assert main_text(html.encode()) == f"{PROSE}\nA treaty with no date, he said."
