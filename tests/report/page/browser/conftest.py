"""Chromium, once for this folder, and pages that fail their test if they ask for anything or complain of anything."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bench.invented.story import story
from pipeline.records import Result
from pipeline.report.page.document import page_of
from tests.report.page.browser.opening import QUIET, Open

VIOLATIONS = "addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective))"


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("there is no chromium on the PATH: `make browser` installs it")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="package")
def told() -> Result:
    """Eight articles with every status, every certainty, copies, and something left out."""
    return story(8, 140)


@pytest.fixture(scope="package")
def file(told: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(page_of(told), encoding="utf-8")
    return path


@pytest.fixture
def open_page(browser: Browser, file: Path) -> Iterator[Open]:
    """Opens a page of a file; at the end of the test all of them must have been quiet."""
    noise: list[str] = []
    contexts = []

    def dismiss(dialog: object) -> None:
        noise.append(f"dialog {dialog}")
        dialog.dismiss()  # type: ignore[attr-defined]

    def asked(url: str, of: Path) -> None:
        if not url.startswith((of.as_uri(), "blob:")):
            noise.append(f"request {url}")

    def opened(fragment: str = "", of: Path = file, **options: object) -> Page:
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | options))
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.add_init_script(VIOLATIONS)
        page.on("request", lambda request: asked(request.url, of))
        page.on("console", lambda said: noise.append(f"console {said.type}: {said.text}"))
        page.on("pageerror", lambda error: noise.append(f"error {error}"))
        page.on("dialog", dismiss)
        page.goto(of.as_uri() + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert noise == []


@pytest.fixture
def page(open_page: Open) -> Page:
    return open_page()
