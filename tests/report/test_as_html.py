import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

import pytest
from bs4 import BeautifulSoup

from pipeline.records import Result
from pipeline.report.as_html import WRITER

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><style>*{}</style>",
    "{{ 7 * 7 }}",
    "javascript:alert(1)",
    "&lt;b&gt;",
)


def page_of(result: Result) -> str:
    return dict(WRITER.write(result, None))["report.html"].decode()


@pytest.mark.parametrize("text", HOSTILE)
def test_what_articles_contain_is_text(make_result: Callable[..., Result], text: str) -> None:
    result = make_result(title=text, burned=text, explanation=text)
    clean = result.articles[0].clean
    article = replace(clean.article, metadata=replace(clean.article.metadata, url=text))
    named = replace(result.articles[0], clean=replace(clean, article=article))
    result = replace(result, articles=(named, result.articles[1]))
    soup = BeautifulSoup(page_of(result), "lxml")
    assert {tag.name for tag in soup.select("*")}.isdisjoint({"script", "img", "iframe", "object", "svg"})
    assert len(soup.find_all("style")) == 1
    assert not [name for tag in soup.select("*") for name in tag.attrs if name.startswith("on") or name == "style"]
    assert not [link for link in soup.find_all("a") if not re.match(r"#|text/|https?://", str(link["href"]))]
    assert any(quote.get_text() == text for quote in soup.find_all("blockquote"))


def test_the_policy_allows_its_own_style_and_nothing_else(result: Result) -> None:
    page = page_of(result)
    soup = BeautifulSoup(page, "lxml")
    policy = str(soup.find("meta", {"http-equiv": "Content-Security-Policy"})["content"])  # type: ignore[index]
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert page.index("Content-Security-Policy") < page.index("<style>")
    assert "http" not in style


def test_disputed_come_first_side_by_side(result: Result) -> None:
    soup = BeautifulSoup(page_of(result), "lxml")
    assert [section["id"] for section in soup.select("main > section")] == [
        "disputed", "differing", "shared", "single_origin", "unique", "coverage", "articles", "rejects",
    ]  # fmt: skip
    sides = soup.select("#disputed .side")
    assert [side.find("blockquote").get_text() for side in sides] == [  # type: ignore[union-attr]
        "The fire in Lidice burned 44 homes, the ministry said.",
        "At least 30 homes burned in Lidice.",
    ]
    assert [item.get_text() for item in soup.select("#disputed .why li")] == ["44 in one, at least 30 in the other."]
    assert [cell.get_text() for cell in soup.select(".matrix td")] == ["side A", "side B"]
    assert "It rained in October 1962." in soup.select_one("#unique details").get_text()  # type: ignore[union-attr]


def test_links_lead_somewhere(result: Result) -> None:
    soup = BeautifulSoup(page_of(result), "lxml")
    places = {str(tag["id"]) for tag in soup.find_all(id=True)}
    assert {str(link["href"])[1:] for link in soup.select("a[href^='#']")} <= places
    assert [link["href"] for link in soup.select("a[href^='text/']")] == ["text/a-fire.txt", "text/b-fire.txt"]


def test_an_empty_result_has_a_page(empty: Result) -> None:
    assert "No claim is in more than one article." in page_of(empty)
