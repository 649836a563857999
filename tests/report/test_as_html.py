from collections.abc import Callable
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from pipeline.records import Result
from pipeline.report.as_html import WRITER

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><style>*{}</style>",
    "</script></noscript><script>alert(1)</script>",
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
    article = replace(clean.article, metadata=replace(clean.article.metadata, url=text, author=text, site=text))
    named = replace(result.articles[0], clean=replace(clean, article=article))
    result = replace(result, articles=(named, result.articles[1]))
    soup = BeautifulSoup(page_of(result), "html.parser")
    plain = BeautifulSoup(page_of(make_result()), "html.parser")
    assert {tag.name for tag in soup.select("*")} == {tag.name for tag in plain.select("*")}
    assert len(soup.find_all("script")) == 2
    assert len(soup.find_all("style")) == 1
    assert not [name for tag in soup.select("*") for name in tag.attrs if name.startswith("on") or name == "style"]
    assert any(quote.get_text() == text for quote in soup.find_all("blockquote"))


def test_links_lead_to_the_page_the_texts_and_the_web(make_result: Callable[..., Result]) -> None:
    result = make_result()
    clean = result.articles[0].clean
    hidden = replace(clean.article, metadata=replace(clean.article.metadata, url="javascript:alert(1)"))
    result = replace(
        result, articles=(replace(result.articles[0], clean=replace(clean, article=hidden)), result.articles[1])
    )
    soup = BeautifulSoup(page_of(result), "html.parser")
    hrefs = {str(link["href"]) for link in soup.find_all("a") if not str(link["href"]).startswith("#")}
    assert hrefs == {"text/a-fire.txt", "text/b-fire.txt", "https://example.org/a"}


def test_the_same_result_gives_the_same_bytes(result: Result) -> None:
    turned = replace(result, articles=result.articles[::-1], rejects=result.rejects[::-1])
    assert page_of(turned) == page_of(result)
