"""Articles as files of several formats, with what outlets print around them."""

import json
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from zlib import crc32

from bench.generated.articles import Written


def _body(written: Written, heading: str, paragraph: str, escaped: Callable[[str], str] = str) -> str:
    parts: list[str] = []
    for title, paragraphs in written.sections:
        parts += [heading.format(escaped(title))] if title else []
        parts += [paragraph.format(escaped(" ".join(told.text for told in told_in))) for told_in in paragraphs]
    return "\n".join(parts)


def _blurb(written: Written) -> str:
    return f"{written.author} is a reporter at {written.site} and has covered local affairs since 2012."


def _page(written: Written) -> str:
    title, site, author = escape(written.title), escape(written.site), escape(written.author)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {site}</title>
<meta property="og:site_name" content="{site}"><meta name="author" content="{author}">
<meta property="article:published_time" content="{written.published}T06:00:00Z"></head>
<body><header><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a>
<a href="/weather">Weather</a></nav></header><main><article><h1>{title}</h1><p class="byline">By {author}</p>
{_body(written, "<h2>{}</h2>", "<p>{}</p>", escape)}
<div class="author"><h3>About the author</h3><p>{escape(_blurb(written))}</p></div></article>
<aside><h3>Read more</h3><ul><li><a href="/a">Ten walks for a dry Sunday</a></li><li><a href="/b">The best soups of the
season</a></li></ul></aside></main><section class="newsletter"><p>Sign up for our newsletter and never miss a story.</p>
<button>Subscribe</button></section><footer><p>© {written.published[:4]} {site}. All rights reserved.</p>
<p><a href="/privacy">Privacy</a> <a href="/imprint">Imprint</a></p></footer></body></html>
"""


def _text(written: Written) -> str:
    body = _body(written, "\n{}\n", "{}\n")
    return f"{written.title}\n\nBy {written.author}\n\n{body}\n\nAbout the author\n\n{_blurb(written)}\n"


def _markdown(written: Written) -> str:
    front = f"---\ntitle: {json.dumps(written.title)}\nauthor: {written.author}\ndate: {written.published}\n---\n"
    return f"{front}\n# {written.title}\n\n" + _body(written, "## {}\n", "{}\n")


def _record(written: Written) -> str:
    fields = {"key": written.name, "title": written.title, "author": written.author, "site": written.site}
    text = _body(written, "{}\n", "{}\n")
    return json.dumps({**fields, "published": written.published, "text": text}) + "\n"


# How many of ten articles: most of what people collect are pages.
FORMATS: tuple[tuple[str, Callable[[Written], str]], ...] = (
    *([("html", _page)] * 6),
    *([("txt", _text)] * 2),
    ("md", _markdown),
    ("jsonl", _record),
)


def save(articles: Iterable[Written], folder: Path) -> list[Written]:
    """One file an article. Returns the articles."""
    saved = list(articles)
    folder.mkdir(parents=True, exist_ok=True)
    for written in saved:
        ending, rendered = FORMATS[crc32(written.name.encode()) % len(FORMATS)]
        (folder / f"{written.name}.{ending}").write_text(rendered(written), encoding="utf-8")
    return saved
