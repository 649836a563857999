"""Markdown: rendered as its readers see it, and then read as a page that has nothing around its article."""

import re
from dataclasses import replace

from markdown_it import MarkdownIt

from pipeline.extract import SNIFFED, Extractor
from pipeline.extract.decoding import decode
from pipeline.extract.front_matter import read_front_matter
from pipeline.extract.html.dom import read
from pipeline.extract.html.main_content import whole_content
from pipeline.extract.html.page import Source, make_article
from pipeline.extract.html.parsing import parse
from pipeline.extract.html.source import source_text
from pipeline.extract.html.tree import text_of
from pipeline.extract.volume import checked
from pipeline.records import Article, Document

DEEPEST = 60  # quotes and lists in each other; markdown-it recurses, and drops what is deeper
FEWEST_SIGNS = 2  # kinds of marks that plain text does not have

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\n(?:[\w-]+:(?:[ \t].*)?\n|[ \t].*\n|- .*\n|#.*\n|\n)*?(?:title|author|date|layout|url|lang)\w*:"
)
_SIGNS = tuple(
    re.compile(sign, re.MULTILINE)
    for sign in (
        r"^#{1,6} \S",
        r"!?\[[^\]\n]+\]\((?:https?://|/|#|\.|mailto:|\w+[./])[^)\s]*(?: \"[^\"\n]*\")?\)",
        r"(?<![\w*])\*\*(?=\S)[^*\n]+(?<=\S)\*\*(?![\w*])|(?<![\w_])__(?=\S)[^_\n]+(?<=\S)__(?!\w)",
        r"^(?:```|~~~)[\w+-]*$",
        r"^\|?(?:[^\S\n]*+:?-{3,}+:?[^\S\n]*+\|)+[^\S\n]*+:?-*+:?[^\S\n]*+$",
        r"^\[[^\]\n]+\]: +<?\S+>?$",
    )
)
# Where links lead, and which language code is in.
_ADDRESSES = re.compile(r"\]\([^()\n]*+\)|^[ ]{0,3}\[[^\[\]\n]++\]:.*$|^(?:```|~~~).*$", re.MULTILINE)


def _recognises(content: bytes) -> bool:
    text = content[:SNIFFED].decode("utf-8", "replace").replace("\r\n", "\n")
    return bool(_FRONT_MATTER.match(text)) or sum(bool(sign.search(text)) for sign in _SIGNS) >= FEWEST_SIGNS


def _render(text: str) -> str:
    renderer = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    html: str = renderer.render(text)
    return html


def extract_markdown(document: Document) -> Article:
    """The article in a Markdown file, without id. Raises `Reject`: not decodable, no words, or most lost."""
    text, encoding = decode(document.content, document.envelope.charset)
    said, body, warnings = read_front_matter(text.removeprefix("\ufeff"))
    tree = parse(_render(body))
    pieces = read(tree.root)
    main = whole_content(tree.root, pieces, said.titles)
    article = make_article(Source("markdown", encoding, warnings), pieces, main, said)
    shown = f"{article.text} {text_of(tree.hidden)}"
    if "<" in article.text:  # markup that is shown as code is words, and is none in the dump
        shown += source_text(article.text)
    article = checked(article, source_text(_ADDRESSES.sub("", body)), shown)
    return replace(article, path=document.path, sha256=document.sha256)


EXTRACTOR = Extractor("markdown", (".md", ".markdown"), _recognises, extract_markdown)
