"""A site's TOML file as the pages that its readers would save, and what each line of them is.

A line is "[rule] kind words": the rule that should drop it (none: it is the article's own), then `h:` for a heading,
`-` for a list item or nothing for a paragraph. `above` and `below` stand around every article of the site.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from pipeline.records import Document

_LINE = re.compile(r"(?:\[(?P<rule>\w+)\] )?(?:(?P<kind>h:|-) )?(?P<words>.+)")
_TAGS = {"h:": "h2", "-": "li", "": "p"}
_SIGNS = {"h:": "", "-": "- ", "": ""}


@dataclass(frozen=True)
class Line:
    rule: str  # "" for what should stay
    kind: str
    words: str


@dataclass(frozen=True)
class Page:
    split: str
    document: Document
    lines: tuple[Line, ...]


def _lines(site: dict[str, Any], article: dict[str, Any]) -> Iterator[Line]:
    for line in (*site["above"], *article["lines"], *site["below"]):
        match = _LINE.fullmatch(line.replace("{author}", article["author"]))
        if not match:
            raise SystemExit(f"{site['site']}: not a line: {line!r}")
        yield Line(match["rule"] or "", match["kind"] or "", match["words"])


def _html(site: dict[str, Any], article: dict[str, Any], lines: tuple[Line, ...]) -> str:
    """Bare tags without a class that would tell what a line is: the words have to."""
    metas = {"author": article["author"], "og:site_name": site["site"], "og:title": article["title"]}
    head = "".join(f'<meta name="{name}" content="{escape(said)}">' for name, said in metas.items())
    body = "\n".join(f"<{(tag := _TAGS[line.kind])}>{escape(line.words)}</{tag}>" for line in lines)
    body = re.sub(r"(?:<li>.*</li>\n?)+", lambda items: f"<ul>{items[0]}</ul>\n", body)
    return (
        f'<!doctype html><html lang="{site["language"]}"><head><meta charset="utf-8">{head}</head>'
        f"<body><article><h1>{escape(article['title'])}</h1>\n{body}</article></body></html>"
    )


def _text(article: dict[str, Any], lines: tuple[Line, ...]) -> str:
    return "\n\n".join((article["title"], *(_SIGNS[line.kind] + line.words for line in lines))) + "\n"


def read_site(path: Path) -> tuple[str, list[Page]]:
    """The name of a site, and its pages as documents with their lines labelled."""
    site = tomllib.loads(path.read_text(encoding="utf-8"))
    pages = []
    for number, article in enumerate(site["article"]):
        lines = tuple(_lines(site, article))
        is_html = site["format"] == "html"
        content = _html(site, article, lines) if is_html else _text(article, lines)
        name = f"{path.stem}-{number}.{'html' if is_html else 'txt'}"
        pages.append(Page(site["split"], Document(name, "", content.encode()), lines))
    return site["site"], pages
