"""Boilerplate: what several independent articles print word for word, and none of them reports.

Reprints of one origin count once, so that a story printed in five places keeps its words. A quotation that ten articles
share is no boilerplate, nor is the background that a paper prints under every report of a story: inside the text and in
whole sentences only what speaks to the reader or of the site is.
"""

import re
from collections.abc import Iterator

from pipeline.clean.collection import EDGE, site_of
from pipeline.clean.fingerprint import fingerprint
from pipeline.clean.phrases import phrases
from pipeline.clean.rule import Page, Rule
from pipeline.clean.speech import is_quoted, is_reported
from pipeline.records import Block, BlockKind, Span

FEWEST_WORDS = 4  # fewer is a heading such as "Background"
FEWEST = 2  # independent articles with it at an edge
FEWEST_SENTENCES = 3  # two articles that open or end with one sentence may have it from the same agency
FEWEST_INSIDE = 3  # articles of the site, for what stands in the middle of the text

_READER = re.compile(phrases("reader", "word"))
_ADDRESS = re.compile(r"\S@\S|\bwww\.|https?://")


def _is_the_sites(page: Page, words: str) -> bool:
    """Whether it speaks to the reader or names the site."""
    site = page.article.metadata.site
    names_itself = bool(site and re.search(rf"\b{re.escape(site)}\b", words, re.IGNORECASE))
    return names_itself or bool(_READER.search(words) or _ADDRESS.search(words))


def _repeats(page: Page, block: Block, *, at_edge: bool, leads: bool) -> bool:
    """Whether enough other articles have it, as many as it takes for what kind of words it is."""
    words = page.words(block)
    own = page.others.on_site.get(site_of(page.article), {}).get(fingerprint(words), 1)
    held = page.others.at_edges.get(fingerprint(words), 1)
    is_told, is_sites = words.endswith("."), _is_the_sites(page, words)
    if at_edge and (held >= FEWEST_SENTENCES or (held >= FEWEST and not leads)) and (not is_told or is_sites):
        return True
    if at_edge and is_told and held - own + 1 >= FEWEST_SENTENCES:  # a site's own background counts once
        return True
    return own >= FEWEST_INSIDE and is_sites and block.kind is not BlockKind.HEADING


def find_boilerplate(page: Page) -> Iterator[Block | Span]:
    """The same words stand in other, independent articles, and they are no report."""
    last = len(page.blocks) - EDGE
    for i, block in enumerate(page.blocks):
        words = page.words(block)
        shown = block.kind in {BlockKind.QUOTE, BlockKind.TABLE_ROW} or is_quoted(words) or is_reported(words)
        at_edge, leads = i < EDGE or i >= last, i < min(EDGE, last) and words.endswith(".")
        if len(words.split()) >= FEWEST_WORDS and not shown and _repeats(page, block, at_edge=at_edge, leads=leads):
            yield block


RULE = Rule("boilerplate", find_boilerplate)
