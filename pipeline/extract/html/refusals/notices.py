"""Pages that are one notice to their reader: a check for robots, an error, a question for consent, an empty frame."""

import re
from dataclasses import dataclass

from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.refusals.page_view import PageView, instead, words_beside
from pipeline.extract.html.refusals.phrases import is_headline, matches, sentences
from pipeline.extract.html.tree import ancestors, nodes
from pipeline.records import BlockKind

# Words of running text beside the notice. Short news items have 40; what a server adds to its notice, some 20.
FEW_WORDS = 30  # where a heading or the title is nothing but the notice, and a sentence is it too
VERY_FEW_WORDS = 12  # where only one of them is, and in the other case no heading says anything else


@dataclass(frozen=True, slots=True)
class Notice:
    """A kind of page that holds no article, and what `rejects.csv` says of it."""

    code: str
    message: str
    hint: str


NOTICES = (
    Notice(
        "bot_check",
        "It is a site's check whether a person is asking, not the article.",
        "Open the address in a browser, pass the check, and save the page that comes then.",
    ),
    Notice(
        "error_page",
        "It is a server's message that there is no page, or none for you.",
        "Check the address in a browser: the article may have moved. Then save it again.",
    ),
    Notice(
        "consent_page",
        "It asks for consent to cookies or advertising, and the article is not in it.",
        "Open the address in a browser, answer the question, and save the page that comes then.",
    ),
    Notice(
        "needs_scripts",
        "It is an empty frame that scripts fill in a browser.",
        "Open it in a browser, wait until the article is there, and save the page complete.",
    ),
)

_CHALLENGE = re.compile(
    r"_cf_chl_opt|_Incapsula_Resource|captcha-delivery\.com/c\.js|px-captcha|awswaf\.com/.*challenge"
)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
_HOME = re.compile(r"(?:https?://[^/]+)?/|https?://[^/]+")
_MOUNTS = frozenset(
    "root app __next __nuxt ___gatsby react-root app-root main-app app-container ember-app q-app svelte".split()
)


def _is_site(page: PageView, heading: Piece) -> bool:
    """Whether a heading is the site's: its name, its host, or a logo that leads home."""
    if heading.text == page.said.site or _HOST.fullmatch(heading.text):
        return True
    around = (*nodes(heading.node), *ancestors(heading.node))
    return any(node.tag == "a" and _HOME.fullmatch(node.get("href")) for node in around)


def _headings(page: PageView) -> list[Piece]:
    """What the page shows as its title: headings of the first level, or else the first one."""
    shown = [piece for piece in page.pieces if piece.kind is BlockKind.HEADING and not _is_site(page, piece)]
    return [piece for piece in shown if piece.level == 1] or shown[:1]


def _names_another(notice: Notice, page: PageView) -> bool:
    """Whether a heading is that of an article, in all of it or behind a colon."""
    own = [heading.text for heading in _headings(page) if not page.is_apart(heading)]
    parts = (
        part
        for text in own
        if not is_headline(notice.code, text)
        for sentence in sentences(text)
        for part in sentence.split(": ")
    )
    return any(
        not is_headline(notice.code, part) and not any(matches(notice.code, name, part) for name in ("says", "beside"))
        for part in parts
    )


def _is_challenged(page: PageView) -> bool:
    scripts = (node for node in nodes(page.root) if node.tag in {"script", "div", "iframe"})
    return any(
        _CHALLENGE.search(text)
        for node in scripts
        for text in (node.get("src"), node.get("id"), *(child for child in node.children if isinstance(child, str)))
    )


def _is_frame(page: PageView) -> bool:
    """Whether there is an element for scripts to fill, and nothing in it."""
    tags = {node.tag for node in nodes(page.root)}
    shown = (piece for piece in page.pieces if not matches("needs_scripts", "beside", piece.text))
    filled = {node for piece in shown for node in ancestors(piece.node)}
    mounts = (node for node in nodes(page.root) if node.get("id") in _MOUNTS or node.tag in _MOUNTS)
    return "script" in tags and any(node not in filled for node in mounts)


def _says(notice: Notice, page: PageView, left: int) -> bool:
    texts = [piece.text for piece in page.pieces] + instead(page.root)
    if any(matches(notice.code, "says", sentence) for text in texts for sentence in sentences(text)):
        return True
    if notice.code == "bot_check":
        return _is_challenged(page)
    return notice.code == "needs_scripts" and not left and _is_frame(page)


def holds(notice: Notice, page: PageView) -> bool:
    """Whether a page is this notice and nothing else; one with a caption shows a picture, and is an article."""
    if any(piece.kind is BlockKind.CAPTION and not page.is_apart(piece) for piece in page.pieces):
        return False
    own = (piece for piece in page.pieces if not page.is_apart(piece))
    left = words_beside(notice.code, own, "says", "beside", most=FEW_WORDS)
    if left > FEW_WORDS:
        return False
    named = (*page.said.titles, *(heading.text for heading in _headings(page)))
    is_named = any(is_headline(notice.code, name) for name in named)
    if _says(notice, page, left):
        return is_named or (left <= VERY_FEW_WORDS and not _names_another(notice, page))
    return is_named and left <= VERY_FEW_WORDS
