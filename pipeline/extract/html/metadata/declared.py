"""What a page says of itself: title, author, site, date, address, language. Where it is silent, nothing is put."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin, urlsplit

from pipeline.extract.html.faq import questions_of
from pipeline.extract.html.metadata.json_ld import Thing, by_id, names, texts, things, types_of
from pipeline.extract.html.metadata.stated import day_first, iso_date, language_code, people, plain
from pipeline.extract.html.tree import Node, own_text

_POSTS = frozenset({"BlogPosting", "SocialMediaPosting", "LiveBlogPosting", "Report", "Review", "ClaimReview"})

# Names of `meta` elements, those that say most exactly what they mean first.
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "citation_title", "title")
_AUTHORS = """
    author article:author og:article:author parsely-author sailthru.author dc.creator dcterms.creator
    citation_author byl
    """.split()
_PUBLISHED = re.compile(r"(?:^|.*[\W_])(?:pub|publish(?:ed)?|publication)(?:[-_]?date|_?time)|datepublished", re.ASCII)
_DATES = """
    sailthru.date citation_date dc.date.issued dcterms.issued dc.date dcterms.date article_date_original date published
    """.split()
_CHANGES = "article:modified_time og:updated_time datemodified last-modified dcterms.modified".split()

# Elements that declare something: by their tag, or by an attribute.
_TAGS = frozenset({"html", "link", "meta", "script", "title"})
_ATTRIBUTES = frozenset({"itemprop", "itemtype", "pubdate"})


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page declares outside its text; empty where it is silent."""

    titles: tuple[str, ...] = ()  # the one that is most surely the article's first
    authors: tuple[str, ...] = ()
    site: str = ""
    published: str = ""  # ISO 8601
    modified: str = ""
    url: str = ""
    language: str = ""  # ISO 639-1
    questions: frozenset[str] = frozenset()  # that it says it answers


def _metas(page: Sequence[Node]) -> Mapping[str, list[str]]:
    """The contents of `meta` elements under their names."""
    found: dict[str, list[str]] = defaultdict(list)
    for node in page:
        if node.tag == "meta" and (content := plain(node.get("content"))):
            for key in {node.get("property"), node.get("name"), node.get("itemprop")} - {""}:
                found[key.lower()].append(content)
    return found


def _first(values: Iterable[str]) -> str:
    return next(filter(None, values), "")


def _articles(found: Sequence[Thing]) -> list[Thing]:
    """The thing that is the article, if there is one; more of them are what the page links to."""
    for thing in found:
        is_article = any(name.endswith("Article") or name in _POSTS for name in types_of(thing))
        if is_article and ("headline" in thing or "datePublished" in thing):
            return [thing]
    return []


def _address(page: Sequence[Node], metas: Mapping[str, list[str]], given: str) -> str:
    """The canonical address, or else the one it was `given`."""
    canonical = (
        node.get("href") for node in page if node.tag == "link" and "canonical" in node.get("rel").lower().split()
    )
    for address in (*canonical, *metas.get("og:url", ()), given):
        try:
            absolute: str = urljoin(given, address.strip())
            parts = urlsplit(absolute)
        except ValueError:  # "http://[" is no address
            continue
        if parts.scheme in {"http", "https"} and parts.netloc:
            return absolute
    return ""


def _dates(page: Sequence[Node], articles: Sequence[Thing], metas: Mapping[str, list[str]]) -> Iterator[str]:
    for thing in articles:
        yield from texts(thing.get("datePublished"))
    for name in (*filter(_PUBLISHED.fullmatch, metas), *_DATES):
        yield from metas.get(name, ())
    for node in page:
        if node.get("itemprop").lower() == "datepublished" or "pubdate" in node.attributes:
            yield node.get("content") or node.get("datetime") or node.get("title")


def _changes(articles: Sequence[Thing], metas: Mapping[str, list[str]]) -> Iterator[str]:
    for thing in articles:
        yield from texts(thing.get("dateModified"))
    for name in _CHANGES:
        yield from metas.get(name, ())


def _titles(page: Sequence[Node], articles: Sequence[Thing], metas: Mapping[str, list[str]]) -> Iterator[str]:
    for thing in articles:
        yield from texts(thing.get("headline"))
    for name in _TITLES:
        yield from metas.get(name, ())
    for node in page:
        if node.tag == "title" and not (node.parent and node.parent.tag == "svg"):
            yield plain(own_text(node))


def _languages(page: Sequence[Node]) -> Iterator[str]:
    return (node.get("lang") or node.get("xml:lang") for node in page if node.tag == "html")


def declared(every: Iterable[Node], url: str = "") -> Declared:
    """What the head, the JSON-LD and the microdata of a page declare, given `every` node of it.

    `url` is where it came from, if that is known.
    """
    page = [node for node in every if node.tag in _TAGS or not _ATTRIBUTES.isdisjoint(node.attributes)]
    metas, found = _metas(page), things(page)
    known, articles = by_id(found), _articles(found)
    written = people(name for thing in articles for name in names(thing.get("author"), known))
    publishers = (name for thing in articles for name in names(thing.get("publisher"), known))
    language = _first(map(language_code, (*_languages(page), *metas.get("og:locale", ()))))
    as_iso = partial(iso_date, day_first=day_first(language))
    asked = (text for thing in found if "Question" in types_of(thing) for text in texts(thing.get("name")))
    return Declared(
        titles=tuple(filter(None, _titles(page, articles, metas))),
        authors=written or next(filter(None, (people(metas.get(name, ())) for name in _AUTHORS)), ()),
        site=_first((*metas.get("og:site_name", ()), *publishers)),
        published=_first(map(as_iso, _dates(page, articles, metas))),
        modified=_first(map(as_iso, _changes(articles, metas))),
        url=_address(page, metas, url),
        language=language,
        questions=frozenset(asked) | questions_of(page),
    )
