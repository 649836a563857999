"""What the markup says a part of a page is: by tag, role, and the words of its classes and id."""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.html.tree import Node, nodes
from pipeline.records import Region


class Mark(NamedTuple):
    """A region, and whether it is no part of an article at all."""

    region: Region
    surrounds: bool = False


REMEMBERED = 20_000  # names; a page has some hundreds, and the pages of a site have the same ones
LONGEST_ID = 4  # words; "menu-ideas-for-a-small-kitchen" is what a section is about

Phrases = dict[str, frozenset[tuple[str, ...]]]  # of words, under their first word

# Names with "-" between their words; regions that others hold parts of come last.
_REGIONS = {
    Region.COMMENTS: """
        comments commentlist comment-list comment-form comment-section comment-area comment-respond comment-body
        commenting disqus respond replies reply fb-comments livefyre kommentare commentaires comentarios""",
    Region.ADVERT: """
        ad ads advert adverts advertisement advertisements advertising adslot adunit adsense adsbygoogle adbox dfp gpt
        sponsor sponsors sponsored promo promos promotion werbung publicidad publicidade publicite""",
    Region.SHARE: """
        share sharing shares sharer sharebar sharedaddy sharethis addtoany addthis shareaholic social-share social-links
        social-icons social-bar social-media social-sharing socials social-buttons follow-us teilen partager compartir
        compartilhar compartilhe""",
    Region.PROMPT: """
        newsletter newsletters subscribe subscription subscriptions signup sign-up cookie cookies consent gdpr
        mailing-list optin opt-in mailchimp mc4wp donate donation cta call-to-action popup pop-up modal paywall regwall
        lead-magnet infolettre""",
    Region.RELATED: """
        related relatedposts recirc recirculation recommended recommendation recommendations read-more readmore
        read-next up-next also-like more-stories more-articles more-from more-news most-read most-popular
        popular-posts trending see-also yarpp outbrain taboola next-post prev-post previous-post post-navigation
        next-article prev-article next-prev latest-posts recent-posts similar relacionada relacionadas relacionados
        lesen-sie-auch mehr-zum-thema meistgelesen lire-aussi les-plus-lus lo-mas-leido leia-mais leia-tambem veja-mais
        veja-tambem mais-lidas""",
    Region.AUTHOR: """
        bio bios biography author-box authorbox author-info author-card author-profile about-author about-the-author
        author author-details""",
    Region.LEGAL: "copyright disclaimer legal imprint impressum privacy-policy terms-of-use",
}
_SURROUNDING = """
    nav navbar navigation navi menu submenu breadcrumb breadcrumbs crumbs sidebar side-bar footer pagination pager toc
    table-of-contents skip-link skip-to masthead toolbar search searchform tags tag-list taglist tag-links tagcloud
    categories category-list catlinks post-tags site-header site-description site-tagline site-sub drawer"""
_SURROUNDING_TAGS = frozenset({"nav", "footer", "menu", "form"})
_SURROUNDING_ROLES = frozenset(
    "navigation banner contentinfo search menu menubar toolbar tablist dialog alertdialog".split()
)

# False friends. With one of these words a name says what may be there, not what is: "article-comments-enabled".
_MAY_BE = frozenset(
    "no not has have with without enabled disabled allowed open closed hide hidden show count link type is".split()
)
# With one of these words beside it a word means another thing.
_FRIENDS = {
    "share": frozenset("price prices value market capital holder holders buyback".split()),
    "shares": frozenset("price outstanding market".split()),
    "ad": frozenset("hoc container wrapper".split()),  # the wrapper is often that of the page
    "newsletter": frozenset({"post"}),  # an article that is also sent by mail
    "sidebar": frozenset("layout grid template page collapsed right left width content".split()),
    "footer": frozenset({"meta"}),  # a date and a name at the foot of a header
    "toc": frozenset("page para".split()),
    **dict.fromkeys(("read", "readmore"), frozenset("answer content expanded text wrapped".split())),  # it opens here
}
# These hold the article and something beside it.
_LAYOUTS = "content-nav content-toc toc-content content-sidebar"
# The ids of these come from their words: a heading about related work has the id "related-work".
_NAMED_BY_TEXT = frozenset("h1 h2 h3 h4 h5 h6 p a span li dt dd".split())

_NAME = re.compile(r"[\w-]{1,200}")  # not "md:w-[calc(100%-var(--sidebar))]", which is a style
_PARTS = re.compile(r"[^\W_]+")
_WORDS = re.compile(r"[A-Z]?[a-z]+\d*|[A-Z]+(?![a-z])\d*")
_CODE = re.compile(r"\d[A-Za-z]")  # "b5343ad4" has no "ad" in it


def _phrases(names: str) -> Phrases:
    found: dict[str, set[tuple[str, ...]]] = {}
    for name in names.split():
        words = tuple(name.split("-"))
        found.setdefault(words[0], set()).add(words)
    return {first: frozenset(phrases) for first, phrases in found.items()}


_AROUND = Mark(Region.BODY, surrounds=True)
_MARKS = (
    *((Mark(region), _phrases(names)) for region, names in _REGIONS.items()),
    (_AROUND, _phrases(_SURROUNDING)),
)
_LAYOUT_PHRASES = _phrases(_LAYOUTS)


@lru_cache(maxsize=REMEMBERED)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a class or id, as its author set them apart.

    >>> words_of("shareBar_top-2")
    ('share', 'bar', 'top')
    """
    if not _NAME.fullmatch(name):
        return ()
    parts = (part for part in _PARTS.findall(name) if not _CODE.search(part))
    return tuple(word.rstrip("0123456789").lower() for part in parts for word in _WORDS.findall(part))


def _says(words: tuple[str, ...], phrases: Phrases) -> bool:
    return any(
        words[i : i + len(phrase)] == phrase and _FRIENDS.get(word, frozenset()).isdisjoint(words)
        for i, word in enumerate(words)
        for phrase in phrases.get(word, ())
    )


@lru_cache(maxsize=REMEMBERED)
def _named(name: str) -> tuple[tuple[int, str, Mark], ...]:
    """What one class or id says: the place of each mark in the order of `_MARKS`, the name's words, and the mark."""
    words = words_of(name)
    if not words or not _MAY_BE.isdisjoint(words) or _says(words, _LAYOUT_PHRASES):
        return ()
    return tuple((i, " ".join(words), mark) for i, (mark, phrases) in enumerate(_MARKS) if _says(words, phrases))


@lru_cache(maxsize=REMEMBERED)
def _said(classes: str, name: str) -> tuple[tuple[str, Mark], ...]:
    """What the classes and the id of an element say."""
    names = [*classes.split(), *([name] if name and len(words_of(name)) <= LONGEST_ID else ())]
    said = sorted((entry for one in names for entry in _named(one)), key=lambda entry: entry[0])
    return tuple((words, mark) for _, words, mark in said)


def _is_inner_footer(node: Node) -> bool:
    """Whether a footer is the source of a quote, or the byline of a Drupal node."""
    is_source = node.parent is not None and node.parent.tag == "blockquote"
    names = (*node.get("class").split(), node.get("id"))
    return is_source or any(words_of(name)[-1:] == ("meta",) for name in names)


def marks(node: Node) -> tuple[tuple[str, Mark], ...]:
    """What `node` is marked as, each with the name that says so, the more special first."""
    if node.tag in {"html", "body", "#root"}:
        return ()
    attributes = node.attributes
    if not attributes and node.tag not in _SURROUNDING_TAGS:
        return ()
    found = _said(attributes.get("class", ""), "" if node.tag in _NAMED_BY_TEXT else attributes.get("id", ""))
    if node.tag in _SURROUNDING_TAGS and not (node.tag == "footer" and _is_inner_footer(node)):
        found += ((f"<{node.tag}>", _AROUND),)
    if "role" not in attributes:
        return found
    role = attributes["role"]
    # Some set the panels beside their tabs, and the words of an article are in them.
    is_panelled = role == "tablist" and any(inner.get("role") == "tabpanel" for inner in nodes(node))
    if role in _SURROUNDING_ROLES and not is_panelled:
        found += ((f"role={role}", _AROUND),)
    return found
