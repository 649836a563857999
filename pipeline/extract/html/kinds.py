"""What kind of block an element makes of the words in it."""

import re
from functools import lru_cache

from pipeline.extract.html.class_words import MOST_KEPT
from pipeline.extract.html.regions import words_of
from pipeline.extract.html.tree import Node
from pipeline.records import BlockKind

BLOCKS = frozenset(
    """
    #root address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p
    plaintext pre search section summary table tbody td tfoot th thead tr ul xmp
    """.split()
)
LISTS = frozenset({"ul", "ol", "menu", "dir"})

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "blockquote": BlockKind.QUOTE,
}
_FRESH = frozenset({"td", "th", "dd", "dt", "section", "article"})  # a quote or item around one of these is a layout

# Ends of class names, as words: "wp-caption-text", "photo-credit", "block-pullquote".
_CAPTIONS = """
    caption captionv thumbcaption figcaption imagecaption photocaption caption-text photo-credit image-credit
    bildunterschrift bildtext bild-text absatzbild-info-text
    pie-de-foto pie-foto piedefoto legenda legenda-foto foto-legenda legende image-legende
    """
_QUOTES = "pullquote pull-quote blockquote zitat citation cita destacado"
_ENDINGS = {
    tuple(name.split("-")): kind
    for names, kind in ((_CAPTIONS, BlockKind.CAPTION), (_QUOTES, BlockKind.QUOTE))
    for name in names.split()
}
_WORDS = re.compile("|".join(sorted({name[-1] for name in _ENDINGS})), re.IGNORECASE)  # few classes have one of them
_LENGTHS = sorted(set(map(len, _ENDINGS)))
_NO_CAPTION = frozenset("has no with without".split())


@lru_cache(MOST_KEPT)
def _by_class(classes: str) -> BlockKind | None:
    if not _WORDS.search(classes):
        return None
    names = [words_of(name) for name in classes.split()]
    names = [name for name in names if _NO_CAPTION.isdisjoint(name)]
    found = {_ENDINGS.get(name[-length:]) for name in names for length in _LENGTHS}
    return next((kind for kind in (BlockKind.CAPTION, BlockKind.QUOTE) if kind in found), None)


def is_called_caption(node: Node) -> bool:
    """Whether the class of an element, be it set in a line, says that it is a caption."""
    return "class" in node.attributes and _by_class(node.attributes["class"]) is BlockKind.CAPTION


def kind_of(node: Node) -> tuple[BlockKind, int] | None:
    """The kind of an element that is set as a block and, for a heading, its level; None if it is as what it is in."""
    if level := _HEADINGS.get(node.tag):
        return BlockKind.HEADING, level
    attributes = node.attributes
    if attributes.get("role") == "heading":
        given = node.get("aria-level")
        return BlockKind.HEADING, int(given) if given in set("123456") else 2
    if kind := _KINDS.get(node.tag) or ("class" in attributes and _by_class(attributes["class"])):
        return kind, 0
    return (BlockKind.PARAGRAPH, 0) if node.tag in _FRESH else None
