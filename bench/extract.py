"""How well the article of a web page is found, beside other extractors.

    python bench/extract.py [FOLDER] [--all]

Data: the article part of WCXB's development split (CC BY 4.0; `FOLDER`, by default ../shared/extraction/wcxb-dev),
one domain in three: the dev part of training/blocks, to which nothing is fitted. `--all` prints the other domains too,
which the block models have learned from. Peers are measured in the same run where they are installed:

    pip install trafilatura readability-lxml pygoreadability newspaper4k resiliparse jusText goose3 boilerpy3

Printed: word precision, recall and F1 (bags of words, mean of pages), F1 of runs of four words and the share of pages
in which all of them are right, the snippets to keep that are there and those to leave out that are there too, and pages
a CPU second. Metadata has a bench of its own (metadata.py).
"""

import argparse
import importlib
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from charset_normalizer import from_bytes
from lxml import etree
from lxml import html as lxml_html

from pipeline.errors import Reject
from pipeline.extract.from_html import main_text
from training.blocks.data import DEFAULT, Page, pages

RUN = 4  # words
_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li tr td th blockquote section article figcaption pre dt dd ul ol table br".split()
)
_WORD = re.compile(r"\w+")

Extract = Callable[[bytes, str], str]


@dataclass(frozen=True, slots=True)
class Score:
    """One page's figures."""

    precision: float
    recall: float
    f1: float
    runs: float
    kept: tuple[int, int]  # snippets, of all
    leaked: tuple[int, int]
    seconds: float


def text_of(markup: str) -> str:
    """The text of what an extractor gives as HTML, a line a block."""
    lines = [""]
    for event, node in etree.iterwalk(lxml_html.fromstring(f"<div>{markup}</div>"), events=("start", "end")):
        if node.tag in _BLOCKS:
            lines.append("")
        lines[-1] += (node.text if event == "start" else node.tail) or ""
    return "\n".join(lines)


def ours(*, fast: bool = False) -> Extract:
    def extract(html: bytes, url: str) -> str:
        try:
            return main_text(html, url, fast=fast)
        except Reject:
            return ""

    return extract


def on_text(extract: Callable[[str, str], str | None]) -> Extract:
    """An extractor of text, given what the bytes say in the encoding that they are most likely in."""

    def decoded(html: bytes, url: str) -> str:
        try:
            text = html.decode()
        except UnicodeDecodeError:
            text = str(from_bytes(html).best() or html.decode("latin-1"))
        return extract(text, url) or ""

    return decoded


def trafilatura(**options: bool) -> Extract:
    extract = importlib.import_module("trafilatura").extract
    return on_text(lambda html, _: extract(html, include_comments=False, **options))


def readability() -> Extract:
    document = importlib.import_module("readability").Document
    return on_text(lambda html, _: text_of(document(html).summary(html_partial=True)))


def go_readability() -> Extract:
    parse = importlib.import_module("pygoreadability").from_string
    return on_text(lambda html, url: text_of(parse(html, url).content_html))


def newspaper() -> Extract:
    article = importlib.import_module("newspaper").Article

    def extract(html: str, url: str) -> str:
        page = article(url, language="en", fetch_images=False)
        page.download(input_html=html)
        page.parse()
        return str(page.text)

    return on_text(extract)


def resiliparse() -> Extract:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return on_text(lambda html, _: extract(html, main_content=True, alt_texts=False))


def justext() -> Extract:
    module = importlib.import_module("justext")
    words = module.get_stoplist("English")
    return on_text(lambda html, _: "\n".join(p.text for p in module.justext(html, words) if not p.is_boilerplate))


def goose() -> Extract:
    made = importlib.import_module("goose3").Goose({"enable_image_fetching": False})
    return on_text(lambda html, _: made.extract(raw_html=html).cleaned_text)


def boilerpy() -> Extract:
    made = importlib.import_module("boilerpy3.extractors").ArticleExtractor(raise_on_failure=False)
    return on_text(lambda html, _: made.get_content(html))


def all_text() -> Extract:
    def extract(html: bytes, _: str) -> str:
        soup = BeautifulSoup(html, "lxml")
        for unseen in soup(["script", "style"]):
            unseen.decompose()
        return soup.get_text("\n", strip=True)

    return extract


SYSTEMS: dict[str, Callable[[], Extract]] = {
    "tellings, best": ours,
    "tellings, fast": lambda: ours(fast=True),
    "trafilatura": trafilatura,
    "trafilatura, fast": lambda: trafilatura(fast=True),
    "trafilatura, precision": lambda: trafilatura(favor_precision=True),
    "readability-lxml": readability,
    "pygoreadability": go_readability,
    "newspaper4k": newspaper,
    "resiliparse": resiliparse,
    "justext": justext,
    "goose3": goose,
    "boilerpy3": boilerpy,
    "BeautifulSoup get_text": all_text,
}


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def overlap(found: Sequence[object], wanted: Sequence[object]) -> tuple[float, float, float]:
    """Precision, recall and F1 of two bags."""
    if not found or not wanted:
        return (float(not found and not wanted),) * 3
    right = (Counter(found) & Counter(wanted)).total()
    return right / len(found), right / len(wanted), 2 * right / (len(found) + len(wanted))


def runs_of(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[i:] for i in range(RUN)), strict=False))


def held(text: str, snippets: object) -> tuple[int, int]:
    """How many of the snippets stand in a text, spaces apart."""
    given = [" ".join(snippet.split()) for snippet in snippets] if isinstance(snippets, list) else []
    line = " ".join(text.split())
    return sum(snippet in line for snippet in given), len(given)


def score(extract: Extract, page: Page) -> Score:
    began = time.process_time()
    try:
        text = extract(page.html, page.url)
    except Exception as error:  # noqa: BLE001 - a page that a system fails on is one that it gives nothing for
        print(f"page {page.key}: {type(error).__name__}: {error}", file=sys.stderr)
        text = ""
    seconds = time.process_time() - began
    found, wanted = words_of(text), words_of(page.reference)
    return Score(
        *overlap(found, wanted),
        overlap(runs_of(found), runs_of(wanted))[2],
        held(text, page.truth["with"]),
        held(text, page.truth["without"]),
        seconds,
    )


def share(counts: Iterator[tuple[int, int]]) -> float:
    some, every = map(sum, zip(*counts, strict=True))
    return some / every


def print_row(name: str, scores: Sequence[Score]) -> None:
    count = len(scores)
    means = [sum(getattr(one, field) for one in scores) / count for field in ("precision", "recall", "f1", "runs")]
    exact = sum(one.runs == 1 for one in scores) / count
    kept, leaked = share(one.kept for one in scores), share(one.leaked for one in scores)
    speed = count / sum(one.seconds for one in scores)
    print(f"{name:24}" + "".join(f"{figure:10.4f}" for figure in (*means, exact, kept, leaked)) + f"{speed:10.1f}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--all", action="store_true", help="the domains that were learned from, too")
    given = parser.parse_args()
    read = [page for page in pages(given.folder) if given.all or page.is_dev]
    domains = len({page.domain for page in read})
    print(f"WCXB development articles, {'all' if given.all else 'dev'}: {len(read)} pages of {domains} domains")
    columns = ("P", "R", "F1", "runs F1", "exact", "kept", "leaked", "pages/s")
    print(" " * 24 + "".join(f"{column:>10}" for column in columns))
    for name, make in SYSTEMS.items():
        try:
            extract = make()
        except ImportError:
            print(f"{name:24}(not installed)")
            continue
        score(extract, read[0])  # what a system loads with its first page is no part of its speed
        print_row(name, [score(extract, page) for page in read])


if __name__ == "__main__":
    main()
