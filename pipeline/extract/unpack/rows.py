"""One row of a table, whatever holds it, to one record."""

import json
import math
import re
from collections.abc import Iterator, Mapping

from pipeline.errors import Reject
from pipeline.extract.html.metadata.stated import iso_date, language_code, people, plain
from pipeline.extract.html.source import says_as_much
from pipeline.extract.unpack import Part
from pipeline.records import Envelope, Metadata
from pipeline.settings import Columns

_SURROGATES = re.compile("[\ud800-\udfff]")  # half a character: JSON may say it, UTF-8 cannot


def _texts(value: object) -> Iterator[str]:
    """The texts in a cell: of a list each, of an object its name."""
    for item in value if isinstance(value, list) else [value]:
        named = item.get("name") if isinstance(item, Mapping) else item
        if isinstance(named, float) and not math.isfinite(named):  # how tables write that there is nothing
            continue
        if isinstance(named, (str, int, float)) and not isinstance(named, bool) and str(named).strip():
            yield _SURROGATES.sub("\ufffd", str(named))


def column_name(name: object) -> str:
    """A column's name as it is compared with `Columns`."""
    return str(name).strip().casefold()


def _cells(row: Mapping[str, object], names: tuple[str, ...]) -> list[str]:
    """The texts under the first of `names` that is filled."""
    return next(filter(None, (list(_texts(row.get(column_name(name)))) for name in names)), [])


def _address(texts: list[str]) -> str:
    return next((plain(text) for text in texts if text.startswith(("http://", "https://"))), "")


def row_part(row: Mapping[str, object], columns: Columns) -> Part:
    """The record in a row; without text it is refused. `row` has names as `column_name` gives them."""
    html, text = _cells(row, columns.html), _cells(row, columns.text)
    url = _address(_cells(row, columns.url))
    key = next(iter(_cells(row, columns.key)), url)
    if not html and not text:
        names = " or ".join((*columns.text, *columns.html))
        hint = "Put the article's words there, or name its column in pipeline.toml: columns.text."
        refusal = Reject("no_text", f"It has nothing under {names}.", hint)
        return Part(json.dumps(row, sort_keys=True, default=str).encode(), key, refusal=refusal)
    stated = Metadata(
        title=plain(" ".join(_cells(row, columns.title))),
        author="; ".join(people(_cells(row, columns.author))),
        site=plain(" ".join(_cells(row, columns.site))),
        published=next(filter(None, map(iso_date, _cells(row, columns.published))), ""),
        url=url,
        language=next(filter(None, map(language_code, _cells(row, columns.language))), ""),
    )
    page, words = "\n\n".join(html), "\n\n".join(text)
    is_page = bool(html) and says_as_much(page, words)
    content = (page if is_page else words).encode()
    return Part(content, key, Envelope(".html" if is_page else ".txt", "utf-8", stated))
