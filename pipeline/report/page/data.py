"""What the page's script works with: columns of numbers and words, each word once.

Articles, entities, claims and groups refer to one another by their place in these columns. A text is there once, and
quotes, headings and dropped spans point into it, in UTF-16 units. Where all texts together are too long for a page
that opens at once, they are left out and the claims bring their quotes: the reader then leads to `text/`.
"""

from collections.abc import Iterator
from typing import Any

from pipeline.records import BlockKind, Relation, TaggedArticle
from pipeline.report.page import group_data
from pipeline.report.page.numbering import Numbering, columns, numbering
from pipeline.report.page.offsets import utf16
from pipeline.report.page.unseen import UNSEEN
from pipeline.report.page.view import View, is_web

# Characters of all texts. With 53,000 claims beside them 22 million open in 2.0 s and 44 million in 4.7 s
# (bench/page.py on two busy cores); 3 s are what a reader is asked to wait.
MOST_TEXT = 20_000_000

_ARTICLE = "id name path title author site published url origin text headings drops"
_CLAIM = "id article start end text context certainty polarity source origin entities repeats"


def _article(view: View, tagged: TaggedArticle, number: Numbering) -> dict[str, Any]:
    clean, article = tagged.clean, tagged.clean.article
    said, at = article.metadata, utf16(article.text)
    headings = [block for block in article.blocks if block.kind is BlockKind.HEADING]
    drops = sorted(clean.drops, key=lambda drop: (drop.start, drop.end, drop.rule))
    return {
        "id": article.article_id,
        "name": view.names[article.article_id],
        "path": article.path,
        "title": said.title,
        "author": said.author,
        "site": said.site,
        "published": said.published,
        "url": said.url if is_web(said.url) else "",
        "origin": number.origin(clean.origin_id),
        "text": article.text,
        "headings": [(at(block.start), at(block.end)) for block in headings],
        "drops": [(at(drop.start), at(drop.end), number.rule(drop.rule)) for drop in drops],
    }


def _claims(view: View, number: Numbering) -> Iterator[dict[str, Any]]:
    at = {tagged.clean.article.article_id: utf16(tagged.clean.article.text) for tagged in view.articles}
    for claim in view.claims.values():
        statement, unit = claim.statement, at[claim.article_id]
        yield {
            "id": claim.claim_id,
            "article": number.article(claim.article_id),
            "start": unit(claim.start),
            "end": unit(claim.end),
            "text": "" if claim.text == claim.quote else claim.text,
            "context": claim.context,
            "certainty": statement.certainty.value,
            "polarity": statement.polarity.value,
            "source": statement.attribution.source,
            "origin": number.origin(claim.origin_id),
            "entities": sorted({number.entity.of[name] for name in claim.entity_ids if name in number.entity.of}),
            "repeats": number.claim.of.get(claim.repeat_of, -1),
        }


def page_data(view: View, most_text: int = MOST_TEXT) -> dict[str, Any]:
    """The embedded data, ready for JSON. `most_text`: characters of all articles above which it has no texts."""
    number = numbering(view)
    found: dict[str, Any] = {
        "articles": columns((_article(view, tagged, number) for tagged in view.articles), _ARTICLE),
        "claims": columns(_claims(view, number), _CLAIM),
        "quotes": [],
        "groups": columns(group_data.group_rows(view, number), group_data.COLUMNS),
        "conflict": group_data.marks(view, number, Relation.CONFLICT),
        "differ": group_data.marks(view, number, Relation.DIFFER),
        "entities": {
            "id": [entity.entity_id for entity in view.entities],
            "name": [entity.name for entity in view.entities],
            "aliases": [entity.aliases for entity in view.entities],
            "articles": [len(entity.articles) for entity in view.entities],
        },
        "origins": list(number.origin.of),
        "rules": list(number.rule.of),
        "unseen": UNSEEN,
    }
    if sum(map(len, found["articles"]["text"])) > most_text:
        found["quotes"] = [claim.quote for claim in view.claims.values()]
        found["articles"] |= {"text": [], "headings": []}
    return found
