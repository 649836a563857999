"""How fast the page opens, and how large it is.

    python bench/page.py

Data: invented stories (bench/invented), the last two with 2,000 articles and with 50,000 claims. Printed: the page's
size, the seconds to make it, and in Chromium, from disk, the seconds until the list stands there (the best of five,
because others share the machine), the milliseconds of the first and of the next search, and those to open an article.
The page is wanted within 3 seconds.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))  # for bench.invented

from playwright.sync_api import Page, sync_playwright

from bench.invented.story import story
from pipeline.report.page.document import page_of

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
SIZES = ((10, 200, 8), (300, 3_200, 8), (2_000, 12_000, 100), (2_000, 31_000, 8))  # articles, points, words between
SEARCH = """text => {
  const box = document.getElementById("search"), begun = performance.now();
  box.value = text;
  box.dispatchEvent(new Event("input"));
  document.body.offsetHeight;
  return performance.now() - begun;
}"""
OPEN = """id => {
  const begun = performance.now();
  location.hash = `#claim-${id}`;
  return new Promise(done => addEventListener("hashchange", () => setTimeout(() => {
    document.body.offsetHeight;
    done(performance.now() - begun);
  }), { once: true }));
}"""


def opened(page: Page, address: str) -> float:
    page.goto("about:blank")
    begun = perf_counter()
    page.goto(address)
    page.wait_for_selector("#list .group")
    return perf_counter() - begun


def main() -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("There is no chromium here: make browser")
    print(f"{'articles':>8} {'claims':>8} {'MB':>6} {'make s':>7} {'open s':>7} {'search ms':>14} {'article ms':>11}")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        for articles, points, between in SIZES:
            result = story(articles, points, between)
            begun = perf_counter()
            html = page_of(result).encode()
            made = perf_counter() - begun
            file = Path(folder) / "report.html"
            file.write_bytes(html)
            page = browser.new_page()
            seconds = min(opened(page, file.as_uri()) for _ in range(5))
            first, second = (page.evaluate(SEARCH, text) for text in ("cellars kirrin", "bridges"))
            article = page.evaluate(OPEN, result.comparison.claims[-1].claim_id)
            claims = len(result.comparison.claims)
            print(f"{articles:>8,} {claims:>8,} {len(html) / 1e6:>6.1f} {made:>7.1f} {seconds:>7.2f} "
                  f"{first:>7.0f} {second:>6.0f} {article:>11.0f}")  # fmt: skip
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
