"""Articles full of markup, script and characters that nobody sees, from `raw/` to the page: all of it stays text."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from pipeline.report.page import unseen
from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner
from tests.report.page.browser.opening import Open

SCRIPT = "<script>alert('SCRIPT RAN')</script>"
IMAGE = "\"'><img src=x onerror=alert(1)><svg onload=alert(2)>"
TRICK = "</script><!--<script>alert(3)//</style></noscript></template></textarea>"
UNSEEN = "pay\u200bments of gnp\u202e.exe\u2066 and \U000e0041tags\ufeff"
TAIL = "The dam at Kirrin broke on 4 March 2021 and 44 houses were flooded, the mayor said."
LESS = "The dam at Kirrin broke on 4 March 2021 and 31 houses were flooded, the mayor said."


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a run over three hostile articles and a hostile reject."""
    folder = tmp_path_factory.mktemp("hostile")
    raw = folder / "raw"
    raw.mkdir()
    body = "".join(f"<p>The report by {escaped(text)} counted 12 boats.</p>" for text in (SCRIPT, IMAGE, TRICK, UNSEEN))
    head = f'<title>{escaped(TRICK)}</title><meta name="author" content="{escaped(IMAGE)}">'
    (raw / "<img src=x onerror=alert(4)>.html").write_text(
        f"<html><head>{head}</head><body><article><h1>{escaped(TRICK)}</h1><p>{TAIL}</p>{body}</article></body></html>"
    )
    (raw / "javascript:alert(5)\u202e.md").write_text(
        f"---\ntitle: {UNSEEN}\nurl: javascript:alert(6)\n---\n# {SCRIPT}\n\n{LESS}\n\nThe report of `{IMAGE}`.\n"
    )
    (raw / "'\"><script>.txt").write_text(f"{IMAGE} said that 44 houses were flooded.\n\n{TAIL}\n\n{TRICK}\n")
    (raw / "<b>broken.pdf").write_bytes(b"%PDF-1.4 <script>alert(7)</script>")
    rows = f'path,publisher,url\n"\'""><script>.txt","{escaped(SCRIPT)}",javascript:alert(8)\n'
    (raw / "sources.csv").write_text(rows)
    with Store(folder / "store") as store, Runner(Settings(), store) as runner:
        run(raw, folder / "output", runner)
    return folder / "output" / "report.html"


def test_nothing_runs_and_nothing_is_asked_for(hostile: Path, open_page: Open) -> None:
    page = open_page(of=hostile)
    assert page.locator("#list .group").count() > 0
    for view in ("status=disputed", "pictures", "articles", "left-out", "q=<script>alert(9)</script>", "claims"):
        page.goto(f"{page.url.split('#')[0]}#{view}")
        for details in page.locator("main > section.shown details").all():
            details.evaluate("element => { element.open = true; }")
    expect(page.get_by_text("<b>broken.pdf")).to_have_count(1)
    links = page.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert [href for href in links if not href.startswith(("#", "text/", "http://", "https://"))] == []
    assert page.locator("img, iframe, object, embed, svg svg, script:not([type])").count() == 0
    for article in page.locator(".articles td:first-child a[href^='#article-']").all():
        page.goto(f"{page.url.split('#')[0]}{article.get_attribute('href')}")
        expect(page.get_by_role("dialog")).to_be_visible()


def test_the_words_are_there_as_they_were_written(hostile: Path, open_page: Open) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (hostile.parent / "text").iterdir()}
    assert all(any(words in text for text in texts.values()) for words in (SCRIPT, IMAGE, TRICK, "gnp\u202e.exe\u2066"))
    page = open_page(of=hostile)
    for article_id, text in texts.items():
        page.goto(f"{page.url.split('#')[0]}#article-{article_id}")
        shown = page.get_by_role("dialog").locator(".text")
        expect(shown.locator(".unseen")).to_have_count(len(re.findall(unseen.UNSEEN, text)))
        shown.locator(".unseen, .rule").evaluate_all("all => all.forEach(one => one.remove())")
        assert shown.text_content() == re.sub(unseen.UNSEEN, "", text)


def test_without_script_it_is_text_as_well(hostile: Path, open_page: Open) -> None:
    page = open_page(of=hostile, java_script_enabled=False)
    assert page.locator("#claims article").count() > 0
    assert page.locator("img, iframe, object, embed, svg svg").count() == 0
