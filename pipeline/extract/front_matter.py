"""The YAML that a Markdown file may begin with."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

import yaml

from pipeline.extract.html.metadata.declared import Declared
from pipeline.extract.html.metadata.stated import iso_date, language_code, people, plain

_BLOCK = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"\s*(?:#.*\n\s*)*[\w\"'][^\n:]*:(?:\s|\Z)")

_AUTHORS = ("authors", "author", "by", "byline")
_DATES = ("date", "published", "publishdate", "pubdate", "date_published", "published_at", "created")
_SITES = ("site", "publisher", "source", "publication", "site_name")
_ADDRESSES = ("url", "canonical", "canonical_url", "link", "permalink", "source_url")


def _texts(value: object) -> Iterator[str]:
    """The strings in a value, in a list of values, or under the name of a mapping."""
    for item in value if isinstance(value, list) else [value]:
        named = item.get("name") if isinstance(item, Mapping) else item
        if isinstance(named, (str, int, float)) and not isinstance(named, bool):
            yield plain(str(named))


def _dates(value: object) -> Iterator[str]:
    if isinstance(value, datetime):
        value = value.date()
    yield from [value.isoformat()] if isinstance(value, date) else map(iso_date, _texts(value))


def _first(found: Mapping[str, object], keys: tuple[str, ...]) -> str:
    return next((text for key in keys for text in _texts(found.get(key)) if text), "")


def _declared(found: Mapping[str, object]) -> Declared:
    address = _first(found, _ADDRESSES)
    return Declared(
        titles=tuple(filter(None, [_first(found, ("title", "headline"))])),
        authors=people(text for key in _AUTHORS for text in _texts(found.get(key))),
        site=_first(found, _SITES),
        published=next((day for key in _DATES for day in _dates(found.get(key)) if day), ""),
        url=address if address.startswith(("http://", "https://")) else "",
        language=language_code(_first(found, ("lang", "language", "locale"))),
    )


def read_front_matter(text: str) -> tuple[Declared, str, tuple[str, ...]]:
    """What the front matter says, the text after it, and warnings.

    One that is not YAML, or no mapping, stays in the text with the warning "front_matter".
    """
    match = _BLOCK.match(text)
    if not match or not match["yaml"] or not _KEY.match(match["yaml"]):
        return Declared(), text, ()  # a rule that is drawn above the first line
    try:
        found = yaml.safe_load(match["yaml"])
        if isinstance(found, Mapping):
            said = _declared({str(key).lower(): value for key, value in found.items()})
            return said, text[match.end() :], ()
    except (yaml.YAMLError, ValueError, RecursionError):  # ValueError: no day, or a number of thousands of digits
        pass  # told below, like what is no mapping
    return Declared(), text, ("front_matter",)
