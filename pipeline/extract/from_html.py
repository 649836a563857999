"""HTML pages: everything that a reader sees, in order, with the article told from what surrounds it."""

import re
from dataclasses import replace
from functools import partial

from pipeline.clean.applying import applied
from pipeline.clean.rules import SITE_RULES
from pipeline.extract import SNIFFED, Extractor
from pipeline.extract.decoding import declared_charset, decode
from pipeline.extract.html.blocks.choice import choose
from pipeline.extract.html.dom import read
from pipeline.extract.html.elsewhere import is_elsewhere
from pipeline.extract.html.main_content import main_content
from pipeline.extract.html.metadata.declared import declared
from pipeline.extract.html.page import Source, make_article
from pipeline.extract.html.parsing import Tree, parse
from pipeline.extract.html.refusals.page_view import PageView
from pipeline.extract.html.refusals.refusal import refuse_without_article
from pipeline.extract.html.source import ends_early
from pipeline.extract.html.tree import text_of
from pipeline.extract.html.uncollected import uncollected
from pipeline.extract.volume import LOST, checked
from pipeline.records import Article, BlockKind, Document, Region

# Possessive, because many comments in a row could else be parted in ever more ways.
_COMMENT = rb"<!--(?:(?!-->).)*+-->"
_PAGE = re.compile(
    rb"(?:<\?xml\b[^>]*>|" + _COMMENT + rb"|\s)*+<(?:!doctype\s+html|html|head|body|title|meta|link|script|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    rb"(?:" + _COMMENT + rb"|\s)*+<(?:article|main|section|div|header|h1|p)\b", re.IGNORECASE | re.DOTALL
)
_BLOCK_END = re.compile(rb"</(?:p|div|h[1-6]|li|section|article)\s*>", re.IGNORECASE)
_MARKDOWN = re.compile(rb"^(?:#{1,6} |```|[*-] )|\]\(http", re.MULTILINE)
_NOT_RUNNING = frozenset({BlockKind.BYLINE, BlockKind.CAPTION})
FEWEST_ENDS = 3  # of blocks, in a fragment; a Markdown file may begin with a tag or two


def _recognises(content: bytes) -> bool:
    head = content[:SNIFFED].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")  # as if UTF-16 were ASCII
    if _PAGE.match(head):
        return True
    return bool(_FRAGMENT.match(head)) and len(_BLOCK_END.findall(head)) >= FEWEST_ENDS and not _MARKDOWN.search(head)


@uncollected()
def extract_html(html: bytes, url: str | None = None, charset: str = "", *, fast: bool = False) -> Article:
    """The article of a page, with empty ids and path. Raises `Reject`: not decodable, no article in it, or most lost.

    `charset` is what a mail or a server says of the bytes; like in browsers, it wins over what the page says. `fast`
    asks for no second opinion, however doubtful the page.
    """
    decoded, encoding = decode(html, charset or declared_charset(html))
    tree = parse(decoded)
    try:
        return _read(tree, decoded, url or "", Source("html", encoding), fast=fast)
    finally:
        tree.fell()


def _read(tree: Tree, html: str, url: str, source: Source, *, fast: bool) -> Article:
    pieces, said = read(tree.root), declared(tree.nodes, url)
    main = main_content(tree.root, pieces, said.titles)
    refuse_without_article(PageView(tree.root, pieces, said, main.around))
    kept = choose(html, pieces, main, ask=not fast)
    article = make_article(source, pieces, main, said, kept)
    if ends_early(html) or is_elsewhere(tree.hidden, article.text):
        article = replace(article, warnings=(LOST, *article.warnings))
    return checked(article, tree.shown, f"{article.text} {text_of(tree.hidden)}")


def main_text(html: bytes, url: str | None = None, *, fast: bool = False) -> str:
    """The article's running text, a line a block. Raises `Reject`.

    Left out are title, standfirst, byline and captions, and what cleaning knows for something else by its words.
    """
    article = extract_html(html, url, fast=fast)
    _, blocks = applied(SITE_RULES, article)
    own = (b for b in blocks if b.region is Region.BODY and b.kind not in _NOT_RUNNING)
    return "\n".join(article.text[block.start : block.end] for block in own)


def _extract(document: Document, *, fast: bool = False) -> Article:
    envelope = document.envelope
    article = extract_html(document.content, envelope.assumed.url, envelope.charset, fast=fast)
    return replace(article, path=document.path, sha256=document.sha256)


EXTRACTOR = Extractor("html", (".html", ".htm", ".xhtml"), _recognises, _extract, partial(_extract, fast=True))
