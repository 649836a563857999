"""Titles, authors and dates of web pages, right or wrong, ours beside what other libraries say.

    python bench/metadata.py [FOLDER] [--dev]

Data: the article part of WCXB's development split (CC BY 4.0; `FOLDER`, by default ../shared/extraction/wcxb-dev), with
what a person would name as the title, the authors and the day of publication of a page, or nothing. Rules were made on
the train pages; `--dev` measures on the dev part, other domains, instead.

A value is right if it is the same after case, space, quotes and dashes are made alike; authors as a set, dates to the
day. Where truth has none, none is right, and all else is invented. Libraries that are not installed are left out.
"""

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from training.blocks.data import DEFAULT, Page, pages

FIELDS = ("title", "author", "date")

Said = Mapping[str, str]  # of FIELDS; a field that a library does not read is missing
Reader = Callable[[str, str], Said]  # of a page's HTML and address

_ALIKE = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "`": "'", "–": "-", "—": "-", "‑": "-"})
_BETWEEN_AUTHORS = re.compile(r"[;,|]|\band\b|&")
_BY = re.compile(r"by\s+")


def truth_of(page: Page) -> Said:
    """What a person would name, "" for nothing."""
    keys = {"title": "title", "author": "author", "date": "publish_date"}
    return {field: str(page.truth[key] or "") for field, key in keys.items()}


def alike(text: str) -> str:
    return " ".join(text.translate(_ALIKE).casefold().split())


def comparable(field: str, value: str) -> object:
    """A value as it is compared: a title, a set of authors, a day."""
    if field == "date":
        return value[:10]
    if field == "title":
        return alike(value)
    names = (_BY.sub("", name.strip(), count=1) for name in _BETWEEN_AUTHORS.split(alike(value)))
    return frozenset(filter(None, map(str.strip, names)))


def ours() -> Reader:
    extract_html = import_module("pipeline.extract.from_html").extract_html

    def says(html: str, url: str) -> Said:
        found = extract_html(html.encode(), url).metadata
        return {"title": found.title, "author": found.author, "date": found.published}

    return says


def trafilatura() -> Reader:
    bare_extraction = import_module("trafilatura").bare_extraction

    def says(html: str, url: str) -> Said:
        found = bare_extraction(html, url=url, with_metadata=True)
        return {"title": found.title or "", "author": found.author or "", "date": found.date or ""} if found else {}

    return says


def newspaper() -> Reader:
    library = import_module("newspaper")

    def says(html: str, url: str) -> Said:
        article = library.Article(url, fetch_images=False)
        article.download(input_html=html)
        article.parse()
        day: Any = article.publish_date
        return {
            "title": article.title or "",
            "author": "; ".join(article.authors),
            "date": day.isoformat() if hasattr(day, "isoformat") else str(day or ""),
        }

    return says


def htmldate() -> Reader:
    find_date = import_module("htmldate").find_date
    return lambda html, url: {"date": find_date(html, url=url, original_date=True) or ""}


def readability() -> Reader:
    document = import_module("readability").Document
    return lambda html, url: {"title": document(html, url=url).short_title() or ""}


READERS: Mapping[str, tuple[Callable[[], Reader], Sequence[str]]] = {
    "ours": (ours, FIELDS),
    "trafilatura": (trafilatura, FIELDS),
    "newspaper4k": (newspaper, FIELDS),
    "htmldate": (htmldate, ("date",)),
    "readability-lxml": (readability, ("title",)),
}


def asked(reader: Reader, page: Page, name: str) -> Said:
    try:
        return reader(page.html.decode(errors="replace"), page.url)
    except Exception as error:  # noqa: BLE001 - whatever a library does with a page, it is a page without an answer
        print(f"  {name} failed on {page.key}: {type(error).__name__}", file=sys.stderr)
        return {}


def report(name: str, fields: Iterable[str], read: Sequence[Page], said: Sequence[Said], seconds: float) -> None:
    for field in fields:
        pairs = [
            (comparable(field, truth_of(page)[field]), comparable(field, s.get(field, "")))
            for page, s in zip(read, said, strict=True)
        ]
        absent = [found for true, found in pairs if not true]
        right = sum(true == found for true, found in pairs)
        missing = sum(bool(true) and not found for true, found in pairs)
        invented = sum(map(bool, absent))
        print(
            f"{name:18}{field:8}{right / len(pairs):7.3f}{len(pairs) - right - missing - invented:8}{missing:9}"
            f"{invented:10}{invented / len(absent) if absent else 0:8.3f}{1000 * seconds / len(read):9.1f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--dev", action="store_true", help="measure on the pages held back")
    options = parser.parse_args()
    read = [page for page in pages(options.folder) if page.is_dev == options.dev]
    print(f"WCXB development articles, {'dev' if options.dev else 'train'}: {len(read)} pages")
    print(f"{'':18}{'':8}{'right':>7}{'wrong':>8}{'missing':>9}{'invented':>10}{'share':>8}{'ms/page':>9}")
    for name, (make, fields) in READERS.items():
        try:
            reader = make()
        except ImportError:
            print(f"{name:18}not installed")
            continue
        began = time.process_time()
        said = [asked(reader, page, name) for page in read]
        report(name, fields, read, said, time.process_time() - began)


if __name__ == "__main__":
    main()
