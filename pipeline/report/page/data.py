"""What the page's script works with: columns of numbers and words, each word once.

Articles, entities, claims and groups refer to one another by their place in these columns. A text is there once, and
quotes, headings and dropped spans point into it, in UTF-16 units. Where all texts together are too long for a page
that opens at once, they are left out and the claims bring their quotes: the reader then leads to `text/`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pipeline.records import BlockKind, Claim, ClaimGroup, Relation, TaggedArticle
from pipeline.report.page.evidence import evidence
from pipeline.report.page.offsets import utf16
from pipeline.report.page.unseen import UNSEEN
from pipeline.report.page.view import View, is_web

# Characters of all texts. 2,000 articles of 800 words have 10 million, and open in 1.3 s (bench/page.py).
MOST_TEXT = 30_000_000
REASONS_SHOWN = 4  # of a group; beyond that they repeat one another

Columns = dict[str, list[Any]]


class Places:
    """A list without repetitions that grows as its items are asked for."""

    def __init__(self, items: Iterable[str] = ()) -> None:
        self.of = {item: place for place, item in enumerate(items)}

    def __call__(self, item: str) -> int:
        return self.of.setdefault(item, len(self.of))


def _columns(rows: Iterable[Mapping[str, Any]], names: str) -> Columns:
    columns: Columns = {name: [] for name in names.split()}
    for row in rows:
        for name, column in columns.items():
            column.append(row[name])
    return columns


def _article(view: View, tagged: TaggedArticle, origin: Places, rule: Places, *, with_text: bool) -> dict[str, Any]:
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
        "origin": origin(clean.origin_id),
        "text": article.text if with_text else "",
        "headings": [[at(block.start), at(block.end)] for block in headings] if with_text else [],
        "drops": [[at(drop.start), at(drop.end), rule(drop.rule)] for drop in drops],
    }


def _claim(
    claim: Claim, article: int, at: Callable[[int], int], origin: Places, entity: Places, repeated: int
) -> dict[str, Any]:
    statement = claim.statement
    return {
        "id": claim.claim_id,
        "article": article,
        "start": at(claim.start),
        "end": at(claim.end),
        "text": "" if claim.text == claim.quote else claim.text,
        "context": claim.context,
        "certainty": statement.certainty.value,
        "polarity": statement.polarity.value,
        "source": statement.attribution.source,
        "origin": origin(claim.origin_id),
        "entities": sorted({entity.of[name] for name in claim.entity_ids if name in entity.of}),
        "repeats": repeated,
    }


def _reasons(view: View, article: Places) -> dict[str, list[tuple[str, str, int, int]]]:
    """By group, each explanation of a pair in it that does not simply agree, conflicts first, and whom it is about."""
    group_of = {claim: g.group_id for g in view.groups for side in g.positions for claim in side.claims}
    found: dict[str, dict[tuple[str, str], tuple[str, str, int, int]]] = defaultdict(dict)
    order = sorted(view.result.comparison.pairs, key=lambda p: (p.relation is not Relation.CONFLICT, -p.confidence))
    for pair in order:
        if pair.relation is not Relation.AGREE:
            key = pair.relation.value, pair.explanation
            row = (*key, article.of[pair.article_a], article.of[pair.article_b])
            found[group_of.get(pair.claim_a, "")].setdefault(key, row)
    return {group_id: list(rows.values()) for group_id, rows in found.items()}


def _marks(view: View, claim: Places, relation: Relation) -> dict[int, list[list[int]]]:
    """By claim the words, [start, end] in its quote, that verdicts of this relation rest on."""
    marks: dict[int, list[list[int]]] = {}
    for name, spans in evidence(view.result, relation).items():
        units = utf16(view.claims[name].quote)
        marks[claim(name)] = [[units(span.start), units(span.end)] for span in spans]
    return marks


def _group(view: View, group: ClaimGroup, claim: Places, reasons: list[tuple[str, str, int, int]]) -> dict[str, Any]:
    sides = [[side.name, side.statement, [claim.of[name] for name in side.claims]] for side in view.sides(group)]
    return {
        "id": group.group_id,
        "status": group.status.value,
        "statement": group.statement,
        "summary": group.summary,
        "origins": group.n_origins,
        "types": list(group.difference_types),
        "positions": sides,
        "reasons": reasons[:REASONS_SHOWN],
        "more": max(0, len(reasons) - REASONS_SHOWN),
    }


def page_data(view: View, most_text: int = MOST_TEXT) -> dict[str, Any]:
    """The embedded data, ready for JSON."""
    texts = {tagged.clean.article.article_id: tagged.clean.article.text for tagged in view.articles}
    with_text = sum(map(len, texts.values())) <= most_text
    article, claim = Places(texts), Places(view.claims)
    entities = sorted(view.result.entities, key=lambda e: (-len(e.articles), -e.mentions, e.entity_id))
    entity, origin, rule = Places(e.entity_id for e in entities), Places(), Places()
    at = {name: utf16(text) for name, text in texts.items()}
    rows = [
        _claim(c, article(c.article_id), at[c.article_id], origin, entity, claim.of.get(c.repeat_of, -1))
        for c in view.claims.values()
    ]
    reasons = _reasons(view, article)
    return {
        "articles": _columns(
            (_article(view, tagged, origin, rule, with_text=with_text) for tagged in view.articles),
            "id name path title author site published url origin text headings drops",
        ),
        "claims": _columns(rows, "id article start end text context certainty polarity source origin entities repeats"),
        "quotes": [] if with_text else [c.quote for c in view.claims.values()],
        "conflict": _marks(view, claim, Relation.CONFLICT),
        "differ": _marks(view, claim, Relation.DIFFER),
        "groups": _columns(
            (_group(view, group, claim, reasons.get(group.group_id, [])) for group in view.groups),
            "id status statement summary origins types positions reasons more",
        ),
        "entities": {
            "id": list(entity.of),
            "name": [e.name for e in entities],
            "aliases": [list(e.aliases) for e in entities],
            "articles": [len(e.articles) for e in entities],
        },
        "origins": list(origin.of),
        "rules": list(rule.of),
        "unseen": UNSEEN,
    }
