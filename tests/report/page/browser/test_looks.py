"""Readable for everyone: no serious finding of axe, nothing wider than a small phone; pictures of it to look at."""

from importlib.resources import files
from pathlib import Path

import pytest

from bench.invented.story import story
from pipeline.report.page.document import page_of
from tests.report.page.browser.opening import Open

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
PICTURES = Path(__file__).parents[4] / "build" / "page"
VIEWS = ("claims", "status=disputed", "pictures", "articles", "left-out", "claim-c000000x0")


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page that has everything once or twice: axe looks at each element for long."""
    file = tmp_path_factory.mktemp("short") / "report.html"
    file.write_text(page_of(story(4, 30)), encoding="utf-8")
    return file


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page: Open, short: Path, scheme: str) -> None:
    page = open_page(of=short, color_scheme=scheme)
    page.evaluate(AXE)
    for view in VIEWS:
        page.goto(f"{page.url.split('#')[0]}#{view}")
        page.locator("main > section.shown details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
        serious = [
            (view, rule["id"], [node["html"][:200] for node in rule["nodes"][:3]])
            for rule in found
            if rule["impact"] in {"serious", "critical"}
        ]
        assert serious == []


def test_a_small_phone_does_not_scroll_sideways(open_page: Open) -> None:
    page = open_page(viewport={"width": 320, "height": 568})
    for view in VIEWS:
        page.goto(f"{page.url.split('#')[0]}#{view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, view
    assert page.evaluate("document.getElementById('reader').scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_pictures_to_look_at(open_page: Open, width: int, scheme: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for view in VIEWS:
        page.goto(f"{page.url.split('#')[0]}#{view}")
        name = f"{width}-{scheme}-{view.partition('=')[2] or view}.png"
        assert page.screenshot(path=PICTURES / name).startswith(b"\x89PNG")
